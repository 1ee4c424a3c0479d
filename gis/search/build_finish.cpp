// SPDX-License-Identifier: Apache-2.0
#include "gis/base/error.hpp"
#include "gis/search/build_work.hpp"
#include "gis/search/cells.hpp"
#include "gis/search/characters.hpp"
#include "gis/search/layout.hpp"
#include "gis/search/ranked.hpp"

#include <algorithm>
#include <cstring>
#include <limits>
#include <numeric>

namespace merestone::search {
namespace {

/// Texts one behind the other, each ended by a zero.
std::vector<char> joined(const std::vector<std::string>& texts) {
  std::vector<char> out;
  for (const auto& text : texts) out.insert(out.end(), text.c_str(), text.c_str() + text.size() + 1);
  return out;
}

/// How a character is mostly read; sorted by character.
std::vector<std::uint32_t> common_readings(const std::unordered_map<std::uint64_t, std::uint32_t>& counts,
                                           const std::vector<std::uint16_t>& renumbered) {
  struct Best {
    std::uint32_t character, code, count;
  };
  std::vector<Best> all;
  for (const auto& [key, count] : counts)
    all.push_back({static_cast<std::uint32_t>(key >> 16), renumbered[key & 0xFFFF], count});
  std::sort(all.begin(), all.end(), [](const Best& a, const Best& b) {
    if (a.character != b.character) return a.character < b.character;
    return a.count != b.count ? a.count > b.count : a.code < b.code;
  });
  std::vector<std::uint32_t> out;
  for (const Best& best : all) {
    if (!out.empty() && out[out.size() - 2] == best.character) continue;
    out.insert(out.end(), {best.character, best.code});
  }
  return out;
}

class Finish {
 public:
  Finish(const DivisionTree& divisions) : divisions_{divisions} {}

  /// Syllables get numbers in alphabetical order, so that all with the same beginning are one range.
  void number_syllables(const std::vector<std::string>& texts) {
    std::vector<std::uint32_t> order(texts.size());
    std::iota(order.begin(), order.end(), 0U);
    std::sort(order.begin(), order.end(), [&](auto a, auto b) { return texts[a] < texts[b]; });
    renumbered_.resize(texts.size());
    for (std::uint32_t i = 0; i < order.size(); ++i) {
      renumbered_[order[i]] = static_cast<std::uint16_t>(i);
      syllables_.push_back(texts[order[i]]);
      first_letters_.push_back(texts[order[i]].front());
    }
  }

  void write_pool(const BuilderWork& work, const std::vector<std::uint32_t>& by_rank,
                  const std::vector<std::vector<std::uint32_t>>& forms_of_rank, const std::vector<std::uint32_t>& first_name) {
    const auto usual = [&](char32_t c) -> int {
      const auto at = std::lower_bound(readings_pairs_.begin(), readings_pairs_.end(), c,
                                       [](const auto& pair, char32_t wanted) { return pair.first < wanted; });
      return at == readings_pairs_.end() || at->first != c ? -1 : static_cast<int>(at->second);
    };
    for (std::uint32_t rank = 0; rank < by_rank.size(); ++rank) {
      const auto& key = work.keys[by_rank[rank]];
      const std::string_view text = std::string_view{work.texts}.substr(key.text, key.bytes);
      pool_.push_back(before_key);
      offsets_.push_back(static_cast<std::uint32_t>(pool_.size()));
      pool_.insert(pool_.end(), text.begin(), text.end());
      bool as_usual = true, han = false;
      const char* at = text.data();
      for (std::size_t i = 0; i < key.characters; ++i) {
        const char32_t c = next_character(at, text.data() + text.size());
        han = han || is_han(c);
        const int code = usual(c);
        if (key.read) as_usual = as_usual && code == renumbered_[work.codes[key.reading + i]];
        else as_usual = as_usual && code >= 0;
      }
      const bool implied = han && as_usual;  // what a reader takes from the characters alone
      reading_starts_.push_back(static_cast<std::uint32_t>(readings_.size()));
      if (key.read && han) {
        for (std::size_t i = 0; i < key.characters; ++i) readings_.push_back(renumbered_[work.codes[key.reading + i]]);
      }
      if (implied != (key.read && han)) {
        pool_.push_back(before_reading);
        for (std::size_t i = reading_starts_.back(); i < readings_.size(); ++i) {
          pool_.push_back(static_cast<char>(0x80 | (readings_[i] >> 7)));
          pool_.push_back(static_cast<char>(0x80 | (readings_[i] & 0x7F)));
        }
      }
      for (const auto form : forms_of_rank[rank]) {
        pool_.push_back(before_form);
        const auto& shown = work.forms.texts()[form];
        pool_.insert(pool_.end(), shown.begin(), shown.end());
      }
      pool_.push_back(before_number);
      std::array<char, 4> number{};
      std::memcpy(number.data(), &first_name[rank], 4);
      pool_.insert(pool_.end(), number.begin(), number.end());
      if (pool_.size() > std::numeric_limits<std::uint32_t>::max() - 4096)
        throw Error{Fault::unavailable, "the keys of all names take more than 4 GB"};
    }
    reading_starts_.push_back(static_cast<std::uint32_t>(readings_.size()));
    pool_.resize(pool_.size() + 16, before_key);
  }

  std::vector<std::byte> run(BuilderWork& work, std::string_view label);

 private:
  const DivisionTree& divisions_;
  std::vector<std::uint16_t> renumbered_;
  std::vector<std::string> syllables_;
  std::vector<char> first_letters_;
  std::vector<std::pair<char32_t, std::uint32_t>> readings_pairs_;
  std::vector<char> pool_;
  std::vector<std::uint32_t> offsets_;         ///< by rank
  std::vector<std::uint16_t> readings_;        ///< of all keys, by rank
  std::vector<std::uint32_t> reading_starts_;
};

void add_ranked(LayoutWriter& out, Section section, std::vector<std::uint32_t>& order) {
  out.add(section, ranked(order));
  order = {};
}

/// Codes in order, sixteen to a block: the first in full, of others what differs from the one before.
void add_codes(LayoutWriter& out, const std::vector<std::string>& codes, std::vector<std::pair<std::uint32_t, std::uint32_t>> of_names) {
  std::vector<std::uint32_t> order(codes.size()), place(codes.size());
  std::iota(order.begin(), order.end(), 0U);
  std::sort(order.begin(), order.end(), [&](auto a, auto b) { return codes[a] < codes[b]; });
  for (std::uint32_t i = 0; i < order.size(); ++i)  // equal codes have one place, whoever came first
    place[order[i]] = i > 0 && codes[order[i]] == codes[order[i - 1]] ? place[order[i - 1]] : i;
  for (auto& [code, name] : of_names) code = place[code];
  std::sort(of_names.begin(), of_names.end());
  std::vector<char> text;
  std::vector<std::uint32_t> blocks, names;
  const std::string* before = nullptr;
  for (std::size_t i = 0; i < of_names.size(); ++i) {
    const std::string& code = codes[order[of_names[i].first]];
    std::size_t shared = 0;
    if (i % 16 == 0) blocks.push_back(static_cast<std::uint32_t>(text.size()));
    else while (shared < std::min(code.size(), before->size()) && code[shared] == (*before)[shared]) ++shared;
    text.push_back(static_cast<char>(shared));
    text.push_back(static_cast<char>(code.size() - shared));
    text.insert(text.end(), code.begin() + static_cast<std::ptrdiff_t>(shared), code.end());
    names.push_back(of_names[i].second);
    before = &code;
  }
  out.add(Section::code_text, text);
  out.add(Section::code_blocks, blocks);
  add_ranked(out, Section::code_names, names);
}

std::vector<std::byte> Finish::run(BuilderWork& work, std::string_view label) {
  number_syllables(work.syllables.texts());
  const auto usual = common_readings(work.readings, renumbered_);
  for (std::size_t i = 0; i < usual.size(); i += 2) readings_pairs_.emplace_back(usual[i], usual[i + 1]);

  std::vector<std::uint32_t> by_rank(work.keys.size()), rank_of(work.keys.size());
  std::iota(by_rank.begin(), by_rank.end(), 0U);
  const auto text = [&](const BuilderWork::Key& key) { return std::string_view{work.texts}.substr(key.text, key.bytes); };
  const auto codes = [&](const BuilderWork::Key& key, std::size_t i) { return renumbered_[work.codes[key.reading + i]]; };
  std::sort(by_rank.begin(), by_rank.end(), [&](auto x, auto y) {
    const auto &a = work.keys[x], &b = work.keys[y];
    if (a.best != b.best) return a.best > b.best;
    if (a.characters != b.characters) return a.characters < b.characters;
    if (const int order = text(a).compare(text(b)); order != 0) return order < 0;
    if (a.read != b.read) return a.read;
    for (std::size_t i = 0; a.read && i < a.characters; ++i)
      if (codes(a, i) != codes(b, i)) return codes(a, i) < codes(b, i);
    return false;
  });
  for (std::uint32_t i = 0; i < by_rank.size(); ++i) rank_of[by_rank[i]] = i;

  std::vector<std::uint32_t> first_name(work.keys.size() + 1, 0);
  for (auto& name : work.names) {
    name.key = rank_of[name.key];
    ++first_name[name.key + 1];
  }
  std::partial_sum(first_name.begin(), first_name.end(), first_name.begin());
  std::vector<std::uint32_t> order(work.names.size());
  {
    auto next = first_name;
    for (std::uint32_t i = 0; i < work.names.size(); ++i) order[next[work.names[i].key]++] = i;
  }
  const auto& types = work.types.texts();
  const auto& statuses = work.statuses.texts();
  const auto& periods = work.periods.texts();
  std::vector<std::vector<std::uint32_t>> forms(work.keys.size());
  const auto& shown = work.forms.texts();
  Row largest;
  for (std::uint32_t rank = 0; rank + 1 < first_name.size(); ++rank) {
    const auto first = order.begin() + first_name[rank], last = order.begin() + first_name[rank + 1];
    std::sort(first, last, [&](auto x, auto y) {
      const Row &a = work.names[x].row, &b = work.names[y].row;
      return a.importance != b.importance ? a.importance > b.importance : a.id != b.id ? a.id < b.id : a.division > b.division;
    });
    auto& mine = forms[rank];
    for (auto at = first; at != last; ++at)
      if (const auto form = work.names[*at].form; form != BuilderWork::none) mine.push_back(form);
    std::sort(mine.begin(), mine.end(), [&](auto a, auto b) { return shown[a] < shown[b]; });
    mine.erase(std::unique(mine.begin(), mine.end()), mine.end());
    for (auto at = first; at != last; ++at) {
      auto& name = work.names[*at];
      if (name.form != BuilderWork::none)
        name.row.form = static_cast<std::uint32_t>(std::find(mine.begin(), mine.end(), name.form) - mine.begin()) + 1;
      name.row.last = at + 1 == last;
    }
  }
  // Lists in alphabetical order, so that the bytes do not depend on the order of adding.
  const auto alphabetical = [](const std::vector<std::string>& texts, std::vector<std::string>& sorted) {
    sorted = texts;
    std::sort(sorted.begin(), sorted.end());
    std::vector<std::uint32_t> number;
    for (const auto& one : texts) number.push_back(static_cast<std::uint32_t>(std::lower_bound(sorted.begin(), sorted.end(), one) - sorted.begin()));
    return number;
  };
  std::vector<std::string> type_list, status_list, period_list;
  const auto type_number = alphabetical(types, type_list), status_number = alphabetical(statuses, status_list),
             period_number = alphabetical(periods, period_list);
  for (auto& name : work.names) {
    Row& row = name.row;
    row.type = type_number[row.type];
    row.status = status_number[row.status];
    row.period = period_number[row.period];
    largest.id |= row.id;
    largest.subject |= row.subject;
    largest.importance |= row.importance;
    largest.type |= row.type;
    largest.status |= row.status;
    largest.period |= row.period;
    largest.within |= row.within;
    largest.level |= row.level;
    largest.form |= row.form;
    largest.division = largest.division || row.division;
    largest.last = true;
    largest.lon |= row.lon;
    largest.lat |= row.lat;
  }

  write_pool(work, by_rank, forms, first_name);
  const auto names = work.names.size(), keys = work.keys.size();
  work.texts = {};
  work.codes = {};
  work.keys = {};
  work.table = {};
  forms = {};

  LayoutWriter out;
  out.add(Section::pool, pool_);
  Orders orders = sorted_orders(pool_, offsets_, {readings_, reading_starts_, first_letters_});
  pool_ = {};
  add_ranked(out, Section::starts, orders.starts);
  add_ranked(out, Section::words, orders.words);
  add_ranked(out, Section::inner, orders.inner);
  add_ranked(out, Section::sounds, orders.sounds);
  add_ranked(out, Section::letters, orders.letters);
  add_ranked(out, Section::inner_sounds, orders.inner_sounds);

  const auto fields = RowFields::for_largest(largest);
  RowWriter rows{fields};
  std::vector<std::uint32_t> by_division, by_cell;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> code_names;
  std::vector<std::pair<std::uint64_t, std::uint32_t>> cells;
  std::vector<std::uint32_t> samples;
  for (std::uint32_t i = 0; i < order.size(); ++i) {
    const auto& name = work.names[order[i]];
    rows.add(name.row);
    if (name.row.within != 0) by_division.push_back(i);
    if (name.row.lon != 0) cells.emplace_back(cell_of(name.row.lon, name.row.lat), i);
    if (name.code != BuilderWork::none) code_names.emplace_back(name.code, i);
    if (i % name_sample == 0) samples.push_back(offsets_[name.key]);
  }
  out.add(Section::rows, rows.finish());
  out.add(Section::fields, std::vector<RowFields>{fields});
  out.add(Section::samples, samples);
  std::stable_sort(by_division.begin(), by_division.end(), [&](auto a, auto b) {
    return work.names[order[a]].row.within < work.names[order[b]].row.within;
  });
  std::sort(cells.begin(), cells.end());
  for (const auto& [cell, name] : cells) by_cell.push_back(name);
  cells = {};
  add_ranked(out, Section::by_division, by_division);
  add_ranked(out, Section::by_cell, by_cell);
  add_codes(out, work.official_codes, std::move(code_names));
  out.add(Section::syllables, joined(syllables_));
  out.add(Section::readings, usual);
  out.add(Section::types, joined(type_list));
  out.add(Section::statuses, joined(status_list));
  out.add(Section::periods, joined(period_list));
  out.add(Section::divisions, divisions_.last);
  return out.finish(label, names, keys);
}

}  // namespace

std::vector<std::byte> Builder::finish(const DivisionTree& divisions, std::string_view label) {
  return Finish{divisions}.run(*work_, label);
}

}  // namespace merestone::search
