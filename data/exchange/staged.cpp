// SPDX-License-Identifier: Apache-2.0
#include "data/exchange/staged.hpp"

#include "data/exchange/encoding.hpp"
#include "gis/base/text.hpp"

#include <algorithm>
#include <charconv>
#include <future>

namespace merestone::exchange {
namespace {

std::vector<std::string> column_names(const LayerHead& head, const std::string& encoding, const std::string& file) {
  const Decoder decoder{encoding};
  std::vector<std::string> names;
  for (const auto& [raw, type] : head.columns) {
    const auto name = decoder.decode(raw);
    if (!name) fail(Fault::invalid, "import.encoding_unclear", file, {{"likely", likely_encoding({raw})}});
    names.push_back(*name);
  }
  return names;
}

/// The file's digest, made beside its reading; given up when the reading fails.
class Digest {
 public:
  explicit Digest(const FileAtHand& file)
      : text_{std::async(std::launch::async, [this, &file] { return sha256_of(file, stop_); })} {}
  ~Digest() { stop_ = true; }
  Digest(const Digest&) = delete;
  Digest& operator=(const Digest&) = delete;
  std::string finish() { return text_.get(); }

 private:
  std::atomic<bool> stop_{false};
  std::future<std::string> text_;  // its destructor waits for the thread
};

}  // namespace

Staged::Staged(const std::string& path, const ReadOptions& options, const Plan& plan, const WithShape& with_shape,
               const Progress& progress)
    : file_{look_at(path)}, problems_{path} {
  Digest digest{file_};
  read(options, plan, with_shape, progress);
  if (size_ == 0) problems_.of_file("import.no_records", Severity::error, {});
  grid_->judge(problems_);
  detected_.records = size_;
  for (const Slot& slot : grid_->slots()) detected_.columns.emplace_back(slot.field, slot.column);
  source_.kind = "coverage";
  source_.title = file_.path.substr(file_.path.rfind('/') + 1);
  source_.sha256 = digest.finish();
  if (has_changed(file_)) fail(Fault::conflict, "import.changed_meanwhile", path);
}

void Staged::read(const ReadOptions& options, const Plan& plan, const WithShape& with_shape,
                  const Progress& progress) {
  if (!options.encoding.empty() && !known_encoding(options.encoding)) {
    fail(Fault::invalid, "import.unknown_encoding", file_.name, {{"encoding", presentable(options.encoding)}});
  }
  WorkerProcess worker{options.worker, request_for(file_, options, "read"), file_.name, patience_s(file_, options)};
  try {
    wire::Frame frame = worker.next();
    if (frame.kind != wire::Kind::layer) throw wire::Broken{"no layer"};
    const LayerHead head = read_head(frame.payload);
    if (head.records == 0 && head.columns.empty()) fail(Fault::invalid, "import.no_records", file_.name);
    const std::optional<std::string> certain = encoding_of(head, options, file_.name);
    detected_ = {head.format, presentable(head.layer), certain.value_or("UTF-8"), {}, 0, {}};
    const auto names = column_names(head, detected_.encoding, file_.name);
    grid_.emplace(map_columns(plan.columns, names, options.columns, problems_), head.columns.size());
    ShapesIn shapes{head, *grid_, plan.shape, options, file_.name, problems_, with_shape};
    for (frame = worker.next(); frame.kind != wire::Kind::end; frame = worker.next()) {
      if (frame.kind == wire::Kind::message) {
        take_message(frame.payload);
        continue;
      }
      if (frame.kind != wire::Kind::records) throw wire::Broken{"unexpected frame"};
      for (std::uint32_t count = frame.payload.number(); count > 0; --count) {
        const std::size_t record = size_++;
        bool is_null = false;
        const auto wkb = frame.payload.bytes(&is_null);
        grid_->add(frame.payload);
        shapeless_.push_back(!shapes.take(record, is_null ? std::nullopt : std::optional{wkb}));
      }
      if (progress) progress("reading", size_, std::max<std::uint64_t>(head.records, size_));
    }
    if (frame.payload.wide() != size_) throw wire::Broken{"records are missing"};
    shapes.conclude();
    detected_.crs = shapes.crs();
    grid_->decode(detected_.encoding, certain.has_value(), problems_);
    judge_codes(head);
  } catch (const wire::Broken& broken) {
    worker.explain(broken);
  }
}

void Staged::take_message(wire::Cursor& payload) {
  constexpr const char* errors[] = {"import.damaged", "import.damaged_geometry", "import.row_width",
                                     "import.unclosed_quote", "import.stray_quote"};
  const std::string_view said = payload.text();
  const auto record = static_cast<std::size_t>(payload.wide());
  Facts facts{{"detail", presentable(payload.text())}};
  const auto* rule = std::find(std::begin(errors), std::end(errors), said);
  if (rule != std::end(errors)) return problems_.error(*rule, record, "", std::move(facts));
  problems_.add("import.reader_note", Severity::warning, record, "", std::move(facts));
}

/// Codes kept as numbers have lost their leading zeros: seen where some are shorter than others.
void Staged::judge_codes(const LayerHead& head) {
  for (const Slot& slot : grid_->slots()) {
    const std::string& type = head.columns[slot.index].second;
    if (slot.field != "code" || type.starts_with("String")) continue;
    std::size_t shortest_code = 100, longest_code = 0;
    for (std::size_t record = 0; record < size_; ++record) {
      shortest_code = std::min(shortest_code, text(record, "code").size());
      longest_code = std::max(longest_code, text(record, "code").size());
    }
    if (shortest_code < longest_code) {
      problems_.add("import.numeric_codes", Severity::warning, 0, slot.column,
                    {{"shortest", std::to_string(shortest_code)}, {"longest", std::to_string(longest_code)}});
    }
  }
}

std::string Staged::column_of(std::string_view field) const {
  for (const Slot& slot : grid_->slots()) {
    if (slot.field == field) return slot.column;
  }
  return std::string{field};
}

std::optional<std::int64_t> Staged::whole(std::size_t record, std::string_view field, std::int64_t least,
                                          std::int64_t most) {
  const std::string& value = text(record, field);
  if (value.empty()) return {};
  std::int64_t number = 0;
  const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), number);
  const bool is_whole = end == value.data() + value.size() && error != std::errc::invalid_argument;
  if (is_whole && error == std::errc{} && number >= least && number <= most) return number;
  problems_.error(is_whole ? "import.out_of_range" : "import.bad_number", record + 1, column_of(field),
                  {{"value", presentable(value)}, {"least", std::to_string(least)}, {"most", std::to_string(most)}});
  return {};
}

Date Staged::day(std::size_t record, std::string_view field, Date otherwise) {
  const std::string& value = text(record, field);
  if (value.empty()) return otherwise;
  try {
    return parse_date(value);
  } catch (const Error&) {
    problems_.error("import.bad_date", record + 1, column_of(field), {{"value", presentable(value)}});
    return otherwise;
  }
}

Period Staged::period(std::size_t record) {
  const Period period{day(record, "from", unknown_start), day(record, "until", open_end)};
  if (period.from < period.until) return period;
  problems_.error("import.bad_period", record + 1, column_of("until"),
                  {{"from", presentable(text(record, "from"))}, {"until", presentable(text(record, "until"))}});
  return {};
}

std::string Staged::needed(std::size_t record, std::string_view field, const std::string& otherwise) {
  const std::string& value = text(record, field);
  if (value.empty() && otherwise.empty()) {
    problems_.error("import.missing_value", record + 1, column_of(field), {{"name", std::string{field}}});
  }
  return value.empty() ? otherwise : value;
}

std::optional<PeopleCount> count_of(Staged& staged, std::size_t record, Date counted) {
  constexpr std::int64_t most = 2'000'000'000;
  const auto people = staged.whole(record, "people", 0, most);
  if (!people) return {};
  return PeopleCount{*people, staged.day(record, "counted", counted)};
}

void Staged::finish(Delivery& delivery) {
  delivery.source = std::move(source_);
  delivery.detected = std::move(detected_);
  delivery.findings = problems_.take();
}

}  // namespace merestone::exchange
