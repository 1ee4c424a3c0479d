// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "data/db/connection.hpp"
#include "gis/base/as_of.hpp"
#include "gis/names/place_record.hpp"

#include <map>
#include <string>
#include <vector>

namespace merestone {

/// What the naming checks weigh of a place: little, so that it is one query.
struct WeighedPlace {
  std::string type{};
  std::string class_code{};  ///< in the scheme asked for
  std::string built_up_area{};
  bool famous = false;
  bool heritage = false;
  std::vector<PlaceDivision> divisions{};  ///< without the numbers of their rows
  std::map<std::string, std::string> readings{};  ///< of its names, where somebody confirmed one
};
WeighedPlace read_weighed_place(Connection& connection, Revision revision, PlaceId place, const std::string& scheme);

/// Places that are built-up areas (建成区), by their type.
std::vector<PlaceId> built_up_areas(Connection& connection, Revision revision);

}  // namespace merestone
