// SPDX-License-Identifier: Apache-2.0
#include "gis/names/matching.hpp"

#include "gis/geodesy/geodesic.hpp"
#include "gis/script/fold.hpp"

#include <unicode/utf8.h>

#include <algorithm>
#include <cmath>

namespace merestone {
namespace {

constexpr std::int64_t cell_size = PlaceMatcher::reach / 2;  // 0.01 degree: about a kilometre

std::int64_t cell_of(Position p, int east = 0, int north = 0) {
  const auto at = [](std::int64_t n) { return n >= 0 ? n / cell_size : (n - cell_size + 1) / cell_size; };
  return (at(p.lat) + north) * 1'000'003 + at(p.lon) + east;
}

std::u32string characters(std::string_view text) {
  std::u32string all;
  const auto* const bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  std::int32_t at = 0;
  const auto length = static_cast<std::int32_t>(text.size());
  while (at < length) {
    UChar32 c = 0;
    U8_NEXT(bytes, at, length, c);
    all += static_cast<char32_t>(c < 0 ? 0xFFFD : c);
  }
  return all;
}

std::string code_key(const PlaceCode& code) { return code.system + ":" + code.code; }

/// Classes contradict each other when both places have one in the same scheme and they differ at the top.
bool classes_fit(const PlaceRecord& a, const PlaceRecord& b) {
  for (const PlaceClass& c : a.classes) {
    const PlaceClass* other = b.class_in(c.scheme);
    if (other && !other->code.empty() && !c.code.empty() && other->code.front() != c.code.front()) return false;
  }
  return true;
}

}  // namespace

std::string_view to_text(MatchVerdict verdict) {
  constexpr std::string_view words[] = {"new", "same", "changed", "conflict"};
  return words[static_cast<std::size_t>(verdict)];
}

bool one_mistake_apart(std::string_view one, std::string_view other) {
  std::u32string a = characters(one), b = characters(other);
  if (a.size() > b.size()) std::swap(a, b);
  if (a == b || b.size() - a.size() > 1) return false;
  std::size_t same = 0;
  while (same < a.size() && a[same] == b[same]) ++same;
  if (a.size() < b.size()) return a.substr(same) == b.substr(same + 1);
  if (a.substr(same + 1) == b.substr(same + 1)) return true;
  return same + 1 < a.size() && a[same] == b[same + 1] && a[same + 1] == b[same] && a.substr(same + 2) == b.substr(same + 2);
}

PlaceMatcher::PlaceMatcher(std::span<const PlaceRecord> records, const MatchOptions& options) : records_{records}, options_{options} {
  for (std::size_t i = 0; i < records.size(); ++i) {
    const PlaceRecord& r = records[i];
    for (const PlaceCode& code : r.codes) by_code_.emplace(code_key(code), i);
    if (!r.local_id.empty()) by_local_id_.emplace(r.local_id, i);
    std::vector<std::string> keys;
    for (const PlaceName& n : r.names) keys.push_back(folded(n.text));
    std::sort(keys.begin(), keys.end());
    keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
    for (std::string& key : keys) by_name_.emplace(std::move(key), i);
    if (r.position) by_cell_.emplace(cell_of(*r.position), i);
  }
}

std::vector<PlaceMatcher::Candidate> PlaceMatcher::candidates(const PlaceRecord& delivered) const {
  std::vector<Candidate> found;
  const auto add = [&](const auto& index, const auto& key, const char* how) {
    const auto [first, last] = index.equal_range(key);
    for (auto at = first; at != last; ++at) {
      const bool known = std::any_of(found.begin(), found.end(), [&](const Candidate& c) { return c.record == at->second; });
      if (!known) found.push_back({at->second, how});
    }
  };
  for (const PlaceCode& code : delivered.codes) add(by_code_, code_key(code), "code");
  if (!found.empty()) return found;
  if (!delivered.local_id.empty()) add(by_local_id_, delivered.local_id, "id");
  const auto near = [&](std::size_t record, double within_m) {
    const PlaceRecord& r = records_[record];
    return !delivered.position || !r.position || distance_m(*delivered.position, *r.position) <= within_m;
  };
  if (!found.empty() && near(found.front().record, options_.near_m)) return found;
  found.clear();
  for (const PlaceName& n : delivered.names) add(by_name_, folded(n.text), "name");
  std::erase_if(found, [&](const Candidate& c) { return !near(c.record, options_.near_m) || !classes_fit(delivered, records_[c.record]); });
  if (!found.empty() || !delivered.position) return found;
  for (int north = -1; north <= 1; ++north) {
    for (int east = -1; east <= 1; ++east) add(by_cell_, cell_of(*delivered.position, east, north), "similar");
  }
  std::erase_if(found, [&](const Candidate& c) {
    const PlaceRecord& r = records_[c.record];
    if (!near(c.record, options_.similar_m) || !classes_fit(delivered, r)) return true;
    return std::none_of(r.names.begin(), r.names.end(), [&](const PlaceName& n) {
      const std::string key = folded(n.text);
      return characters(key).size() >= 3 && std::any_of(delivered.names.begin(), delivered.names.end(), [&](const PlaceName& d) {
        return one_mistake_apart(folded(d.text), key);
      });
    });
  });
  return found;
}

void PlaceMatcher::compare(const PlaceRecord& delivered, const PlaceRecord& known, PlaceMatch& match) const {
  static_cast<void>(taken_over(known, delivered, options_.moved_m, &match.differences));
  if (delivered.position && known.position) match.distance_m = distance_m(*delivered.position, *known.position);
  const bool contradicted = std::any_of(match.differences.begin(), match.differences.end(), [](const FieldDifference& d) { return d.contradicts; });
  match.verdict = contradicted ? MatchVerdict::conflict : match.differences.empty() ? MatchVerdict::same : MatchVerdict::changed;
}

PlaceMatch PlaceMatcher::match(const PlaceRecord& delivered) const {
  PlaceMatch match;
  auto found = candidates(delivered);
  if (found.empty()) return match;
  const auto distance = [&](const Candidate& c) {
    const PlaceRecord& r = records_[c.record];
    return delivered.position && r.position ? distance_m(*delivered.position, *r.position) : options_.near_m;
  };
  std::stable_sort(found.begin(), found.end(), [&](const Candidate& a, const Candidate& b) { return distance(a) < distance(b); });
  match.how = found.front().how;
  match.place = records_[found.front().record].id;
  for (std::size_t i = 1; i < found.size(); ++i) match.others.push_back(records_[found[i].record].id);
  compare(delivered, records_[found.front().record], match);
  if (!match.others.empty() || match.how == "similar") match.verdict = MatchVerdict::conflict;
  return match;
}

}  // namespace merestone
