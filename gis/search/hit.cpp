// SPDX-License-Identifier: Apache-2.0
#include "gis/geodesy/geodesic.hpp"
#include "gis/search/characters.hpp"
#include "gis/search/gathering.hpp"

#include <algorithm>

namespace merestone::search {
namespace {

/// The part of `shown` that `matched` of its folded form is.
std::vector<Span> spans_of(std::string_view key, std::string_view shown, Matched matched, const Language& language) {
  if (matched.begin >= matched.end) return {};
  if (key == shown) return {{matched.begin, std::min<std::size_t>(matched.end, shown.size())}};
  std::size_t begin = 0, end = shown.size();
  bool ended = false;
  for (const char *at = shown.data(), *stop = at + shown.size(); at < stop;) {
    next_character(at, stop);
    const auto here = static_cast<std::size_t>(at - shown.data());
    const auto folded = language.fold(shown.substr(0, here)).size();
    if (folded <= matched.begin) begin = here;
    if (!ended && folded >= matched.end) {
      end = here;
      ended = true;
    }
  }
  if (begin >= end) begin = 0;
  return {{begin, end}};
}

}  // namespace

Hit hit_of(const Gathering& from, const Found& found, const Query& query, const Language& language) {
  const Index& index = from.index;
  const Row row = index.rows().row(found.name);
  const auto shown = index.shown(found.start, row.form);
  const auto text = [](const std::vector<std::string_view>& list, std::uint32_t i) { return i < list.size() ? std::string{list[i]} : std::string{}; };
  Hit hit;
  hit.layer = found.layer;
  hit.kind = row.division ? Kind::division : Kind::place;
  hit.id = static_cast<std::int64_t>(row.id);
  hit.subject = static_cast<std::int64_t>(row.subject);
  hit.text = shown;
  hit.spans = spans_of(index.text_from(found.start), shown, found.matched, language);
  hit.type = text(index.types(), row.type);
  for (auto tab = hit.type.rfind('\t'); tab != std::string::npos; tab = hit.type.rfind('\t')) {
    hit.classes.insert(hit.classes.begin(), hit.type.substr(tab + 1));
    hit.type.resize(tab);
  }
  hit.status = text(index.statuses(), row.status);
  if (row.period < index.periods().size()) hit.valid = index.periods()[row.period];
  hit.importance = row.importance;
  hit.within = row.within;
  hit.level = static_cast<std::uint8_t>(row.level);
  hit.container = found.container;
  if (row.lon != 0) {
    hit.position = Position{(static_cast<std::int64_t>(row.lon) - 1) * 1000 - antimeridian, static_cast<std::int64_t>(row.lat) * 1000 - antimeridian / 2};
    if (query.near) hit.distance_m = distance_m(*query.near, *hit.position);
  }
  return hit;
}

}  // namespace merestone::search
