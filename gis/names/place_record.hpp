// SPDX-License-Identifier: Apache-2.0
/// Everything on record about one named place (domain.md §1.4). Facts carry the number of their row, 0 before they are on
/// record; nothing is ever deleted.
#pragma once

#include "gis/geometry/area.hpp"
#include "gis/names/name.hpp"
#include "gis/names/sign.hpp"

#include <optional>

namespace merestone {

struct PlaceHead {
  std::int64_t fact = 0;
  std::string secrecy = "public";  ///< 密级: id of a level of the pack
  std::string description{};       ///< 地理实体描述
  std::string location{};          ///< 四至, where it lies in words
  std::string source{};
};

/// A class in one scheme; a place may have one in each ("cn-18521", "geonames", "gnis", "inspire").
struct PlaceClass {
  std::int64_t fact = 0;
  std::string scheme;
  std::string code;
};

/// An attribute that the class has: river length, main stations.
struct PlaceAttribute {
  std::int64_t fact = 0;
  std::string name;
  std::string value;
};

/// An id elsewhere (concordance), or the 20-digit place code, with the time in which it was good.
struct PlaceCode {
  std::int64_t fact = 0;
  std::string system;  ///< "cn-place" (PN-30), "geonames", "gnis", "wikidata"
  std::string code;
  Period valid{};
};

enum class PlaceRelation {
  in,       ///< lies in the division
  crosses,  ///< lies in it and in others
  stands_for,  ///< is the division's own place: its name follows the division's
};
struct PlaceDivision {
  std::int64_t fact = 0;
  DivisionId division;
  PlaceRelation relation = PlaceRelation::in;
  Period valid{};
};

/// To another place: "merged_into", "replaces", "named_after", "part_of", "capital_of". Found from both.
struct PlaceLink {
  std::int64_t fact = 0;
  PlaceId place;
  std::string relation;
  PlaceId other;
  Date day{};
};

/// One version of where it is. Exactly one of position, path and area.
struct PlaceShape {
  std::int64_t fact = 0;
  ShapeRole role = ShapeRole::position;
  std::string method{};   ///< 实测 "survey", 图解 "map", "imagery"
  double accuracy_m = 0;  ///< standard deviation; 0: not known
  DocumentId document{};
  Period valid{};
  std::optional<Position> position{};
  Polyline path{};
  MultiPolygon area{};
};

/// On the protection list 地名保护名录 (Art. 25).
struct NameProtection {
  std::int64_t fact = 0;
  NameId name{};          ///< no id: all names of the place
  std::string category{};
  std::string content{};
  Date published{};
  std::string measures{};
  DocumentId plan{};      ///< protection plan; no id: none attached (PN-11)
};

/// 地名证明: an address and what it is now called.
struct AddressAlias {
  std::int64_t fact = 0;
  std::string old_address;
  std::string new_address;
  std::string certificate{};
  Date day{};
};

struct PlaceRecord {
  PlaceId id{};
  std::int64_t fact = 0;
  std::string local_id{};
  std::string type{};                   ///< class as its source gave it
  std::optional<Position> position{};   ///< to show it at
  Period valid{};
  PlaceHead head{};
  std::vector<PlaceName> names{};       ///< as they rank: the first in force is the one to show
  std::vector<NameReplacement> replacements{};
  std::vector<PlaceClass> classes{};
  std::vector<PlaceAttribute> attributes{};
  std::vector<PlaceCode> codes{};
  std::vector<PlaceDivision> divisions{};
  std::vector<PlaceLink> links{};       ///< from and to it
  std::vector<PlaceShape> shapes{};
  std::vector<NameProtection> protections{};
  std::vector<AddressAlias> aliases{};
  std::vector<Sign> signs{};

  const PlaceName* name(NameId id) const;
  /// The name to show on a day: the official one, else the first that holds; null where none does.
  const PlaceName* name_on(Date day) const;
  const PlaceClass* class_in(std::string_view scheme) const;
};

}  // namespace merestone
