// SPDX-License-Identifier: Apache-2.0
#include "data/store/like_name_store.hpp"

#include "data/store/statement.hpp"

namespace merestone {

WeighedPlace read_weighed_place(Connection& connection, Revision revision, PlaceId place, const std::string& scheme) {
  WeighedPlace weighed;
  const Value parameters[] = {revision, place.value, std::string_view{scheme}};
  connection.query(statement("like_name_of", connection.engine()), parameters, [&](const Row& row) {
    const std::string what{row.text(0)}, value{row.text(1)};
    if (what == "type") weighed.type = value;
    else if (what == "class") weighed.class_code = value;
    else if (what == "built_up_area") weighed.built_up_area = value;
    else if (what == "famous") weighed.famous = value == "yes";
    else if (what == "heritage") weighed.heritage = value == "yes";
    else if (what == "reading") weighed.readings.emplace(row.text(3), value);
    else {
      const PlaceRelation relation = what == "crosses" ? PlaceRelation::crosses : what == "stands_for" ? PlaceRelation::stands_for : PlaceRelation::in;
      weighed.divisions.push_back({0, {row.integer(2)}, relation, period_of(row, 3)});
    }
  });
  return weighed;
}

std::vector<PlaceId> built_up_areas(Connection& connection, Revision revision) {
  std::vector<PlaceId> areas;
  const Value parameters[] = {revision};
  connection.query(statement("built_up_area_list", connection.engine()), parameters, [&](const Row& row) { areas.push_back({row.integer(0)}); });
  return areas;
}

}  // namespace merestone
