// SPDX-License-Identifier: Apache-2.0
/// Signs that show place names (地名标志, GB 17733-2008; domain.md §1.7).
#pragma once

#include "gis/base/finding.hpp"
#include "gis/geometry/position.hpp"
#include "gis/law/name_rules.hpp"
#include "gis/names/name.hpp"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace merestone {

using SignId = Id<struct SignTag>;
using SignOrderId = Id<struct SignOrderTag>;

/// Somebody looked at a sign.
struct SignInspection {
  std::int64_t fact = 0;
  SignId sign{};
  Date day{};
  SignCondition condition = SignCondition::ok;
  std::string text_seen{};
  std::string inspector{};
  std::string note{};
  std::optional<Date> next_due{};
};

/// Work to be done on a sign.
struct SignOrder {
  std::int64_t fact = 0;
  SignOrderId id{};
  SignId sign{};
  Date ordered{};
  std::string reason{};  ///< the rule that asked for it: "sign.retired_name"
  std::optional<Date> done{};
  std::string done_by{};
  std::string note{};
};

struct Sign {
  std::int64_t fact = 0;
  SignId id{};
  PlaceId place{};
  NameId name{};             ///< that it is to show
  std::string number{};      ///< on the sign's own label; unique in the project
  SignKind kind = SignKind::street;
  std::string text{};
  std::string spelling{};
  std::string size{};
  std::string material{};
  std::string colour{};
  double bearing_deg = 0;    ///< that it faces, from north
  std::optional<Date> installed{};
  std::string installer{};
  std::string owner{};       ///< department that keeps it
  std::string photo{};       ///< SHA-256
  std::optional<Date> removed{};
  std::optional<Position> position{};
  std::vector<SignInspection> inspections{};
  std::vector<SignOrder> orders{};

  /// As it stands: what the last inspection that read it saw, else what was put up.
  std::string text_now() const;
};

/// What is wrong with a sign on `day`, `names` being all of its place:
///   sign.retired_name   it shows a name of the place that is no longer in force: a work order, the record stays
///   sign.wrong_text     it shows something else than the standard name in force
///   sign.wrong_spelling the Latin letters are not those on record
///   sign.bad            damaged, missing or obscured
///   sign.inspection_due the day for the next inspection has passed
std::vector<Finding> check_sign(const Sign& sign, std::span<const PlaceName> names, Date day);

/// Where the place is: a point, and lines where it is a street or a river.
struct SignedGround {
  std::optional<Position> position{};
  std::vector<Polyline> paths{};
};
/// sign.far_away, a warning: the sign stands further from the line, or the point, of what it names than the pack has it.
std::vector<Finding> check_sign_position(const Sign& sign, const SignedGround& ground, const SignRules& rules);

/// What is done to a sign on `day`: sign.in_future where that has not come, sign.dates where the sign was put up later.
std::vector<Finding> check_sign_day(const Sign& sign, Date day, Date today);

}  // namespace merestone
