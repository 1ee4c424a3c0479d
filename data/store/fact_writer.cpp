// SPDX-License-Identifier: Apache-2.0
#include "data/store/fact_writer.hpp"

#include "data/db/insert_statement.hpp"
#include "data/db/refusal.hpp"
#include "data/store/geometry.hpp"
#include "data/store/statement.hpp"
#include "gis/base/canonical.hpp"
#include "gis/base/text.hpp"

#include <algorithm>
#include <charconv>
#include <stdexcept>

namespace merestone {
namespace {

/// What a column refers to, whatever its table. Numbers run without holes and nothing is ever deleted, so a
/// reference is good when its number has been given out: as sure as SQLite's foreign keys, which would take a
/// quarter of the time of a large act. (They are declared all the same, for other programs.)
constexpr std::pair<std::string_view, std::string_view> references[] = {
    {"division_id", "division"}, {"member_id", "division"},     {"superior_id", "division"}, {"from_id", "division"},
    {"to_id", "division"},       {"left_id", "division"},       {"right_id", "division"},    {"claimant_id", "division"},
    {"document_id", "document"}, {"stretch_id", "stretch"},     {"dispute_id", "dispute"},   {"claim_id", "claim"},
    {"place_id", "place"},       {"facility_id", "facility"},   {"boundary_line_id", "boundary_line"},
    {"hazard_zone_id", "hazard_zone"}, {"change_event_id", "change_event"}, {"succession_id", "succession"},
    {"other_id", "division"},    {"holder_id", "division"},     {"user_id", "division"},
    {"approval_id", "document"}, {"agreement_id", "document"}, {"side_id", "division"},
    {"lead_id", "division"},     {"managing_id", "division"},   {"neighbour_id", "division"}, {"monument_id", "monument"},
    {"from_monument_id", "monument"}, {"to_monument_id", "monument"}, {"segment_id", "segment"},
    {"inspection_id", "inspection"}, {"line_project_id", "line_project"},
    {"party_id", "division"}, {"by_id", "division"},
    {"survey_id", "document"}, {"evidence_id", "evidence"}, {"outcome_id", "outcome"},
    {"line_opinion_id", "line_opinion"}, {"supersedes_id", "line_opinion"},
    {"geographical_name_id", "geographical_name"}, {"name_id", "geographical_name"}, {"former_name_id", "geographical_name"},
    {"other_place_id", "place"}, {"former_place_id", "place"}, {"sign_id", "name_sign"}, {"plan_id", "document"},
    {"sign_order_id", "sign_order"}, {"application_id", "name_application"},
    {"grave_id", "grave"}, {"land_feature_id", "land_feature"},
    {"burial_case_id", "burial_case"}, {"joint_action_id", "joint_action"}, {"person_id", "person"},
    {"shelter_id", "shelter"}, {"depot_id", "depot"}, {"disaster_event_id", "disaster_event"}};

constexpr std::size_t hash_at = std::size_t{1} << 16;

void append_number(std::string& to, char kind, std::int64_t number, char end) {
  char digits[24];
  const auto written = std::to_chars(digits, digits + sizeof digits, number);
  to += kind;
  to.append(digits, written.ptr);
  to += end;
}

void append(std::string& to, Engine engine, const Value& value) {
  if (const auto* n = std::get_if<std::int64_t>(&value)) {
    append_number(to, 'I', *n, ';');
  } else if (const auto* x = std::get_if<double>(&value)) {
    to += 'R' + canonical(*x) + ';';
  } else if (const auto* t = std::get_if<std::string_view>(&value)) {
    append_number(to, 'T', static_cast<std::int64_t>(t->size()), ':');
    to.append(*t);
  } else if (const auto* b = std::get_if<std::span<const std::byte>>(&value)) {
    const Bytes wkb = from_stored(engine, *b);
    append_number(to, 'G', static_cast<std::int64_t>(wkb.size()), ':');
    to.append(reinterpret_cast<const char*>(wkb.data()), wkb.size());
  } else {
    to += 'N';
  }
}

}  // namespace

// PostgreSQL refuses such text itself; SQLite would take it and hand it to programs that choke.
void require_text(std::string_view text) {
  if (is_utf8(text) && text.find('\0') == std::string_view::npos) return;
  refuse(Fault::invalid, "store.bad_text", "text is not UTF-8 or holds a zero byte");
}

void TableDigest::add_row(Engine engine, std::span<const Value> row) {
  for (const Value& value : row) append(buffer_, engine, value);
  buffer_ += '\n';
  ++rows_;
  if (buffer_.size() < hash_at) return;
  row_digest_.add(buffer_);
  buffer_.clear();
}

void TableDigest::add_superseded(std::int64_t number) {
  std::string text;
  append_number(text, 'I', number, ';');
  superseded_digest_.add(text);
  ++superseded_;
}

std::pair<std::string, std::string> TableDigest::finish() {
  row_digest_.add(buffer_);
  return {rows_ ? row_digest_.finish() : "", superseded_ ? superseded_digest_.finish() : ""};
}

FactWriter::FactWriter(Connection& connection, Revision revision) : connection_{connection}, revision_{revision} {
  connection.query(statement("last_numbers", connection.engine()), {}, [&](const Row& row) {
    for (std::size_t i = 0; i < fact_tables.size(); ++i) {
      last_.emplace(fact_tables[i], row.integer(static_cast<int>(i)));
    }
  });
}

FactWriter::Rows::Rows(FactWriter& writer, std::string_view table)
    : engine_{writer.engine()},
      digest_{writer.digests_[std::string{table}]},
      inserter_{writer.connection_.insert_many(statement(std::string{table} + "_add", engine_))} {
  const auto columns = parse_insert(statement(std::string{table} + "_add", engine_)).columns;
  for (std::size_t i = 1; i < columns.size(); ++i) {
    for (const auto& [column, other] : references) {
      if (columns[i] == column) references_.push_back({i, &writer.last_.find(other)->second});
    }
  }
}

void FactWriter::Rows::add(std::initializer_list<Value> row) {
  const std::span<const Value> values{row.begin(), row.size()};
  for (const Value& value : values) {
    if (const auto* text = std::get_if<std::string_view>(&value)) require_text(*text);
  }
  for (const Reference& reference : references_) {
    const auto* number = std::get_if<std::int64_t>(&values[reference.column]);
    if (number && (*number < 1 || *number > *reference.last)) throw std::logic_error{"a fact refers to nothing on record"};
  }
  digest_.add_row(engine_, values);
  inserter_->add(values);
}

void FactWriter::Rows::finish() { inserter_->finish(); }

void FactWriter::supersede(std::string_view table, std::vector<std::int64_t> numbers) {
  if (numbers.empty()) return;
  std::vector<std::array<Value, 2>> parameters;
  parameters.reserve(numbers.size());
  for (const std::int64_t number : numbers) parameters.push_back({revision_, number});
  const std::vector<std::span<const Value>> rows(parameters.begin(), parameters.end());
  const auto changed = connection_.execute_many(statement(std::string{table} + "_supersede", engine()), rows);
  if (changed != static_cast<std::int64_t>(numbers.size())) {
    refuse(Fault::conflict, "store.changed_meanwhile", "superseded already: " + std::string{table});
  }
  auto& all = superseded_[std::string{table}];
  all.insert(all.end(), numbers.begin(), numbers.end());
}

std::map<std::string, TableDigest, std::less<>> FactWriter::take_digests() {
  for (auto& [table, numbers] : superseded_) {
    std::sort(numbers.begin(), numbers.end());
    for (const std::int64_t number : numbers) digests_[table].add_superseded(number);
  }
  return std::move(digests_);
}

}  // namespace merestone
