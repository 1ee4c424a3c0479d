// SPDX-License-Identifier: Apache-2.0
#include "gis/burials/photo.hpp"

#include "gis/geodesy/geodesic.hpp"

#include <catch2/catch.hpp>

using namespace merestone;

namespace {

const Position at_the_grave = from_degrees(111.987409, 31.314193);
const Date today_ = parse_date("2025-06-01");

Grave grave() {
  Grave one;
  one.local_id = "g-0001";
  one.position = at_the_grave;
  one.accuracy_m = 3;
  return one;
}

CasePhoto photo(double away_m, const char* phase = "before", const char* taken = "2025-03-11T10:22:33") {
  CasePhoto one;
  one.label = "1";
  one.phase = phase;
  one.taken = {destination(at_the_grave, 45, away_m), 4.0, {}, taken};
  return one;
}

std::vector<std::string> told(const CasePhoto& one, std::optional<Date> corrected = {}) {
  std::vector<std::string> rules;
  for (const Finding& finding : check_photo(one, grave(), corrected, today_)) rules.push_back(finding.rule);
  return rules;
}

using Rules = std::vector<std::string>;

}  // namespace

TEST_CASE("a photo by the grave with place and time is evidence as it is") {
  CHECK(told(photo(12)).empty());
  CHECK(told(photo(59.9)).empty());  // 50 m, and twice what both positions may be off: √(3² + 4²)
}

TEST_CASE("a photo without position or far from the grave is named") {
  CHECK(told(photo(61)) == Rules{"photo.far"});
  CasePhoto nowhere = photo(0);
  nowhere.taken.position.reset();
  nowhere.taken.taken_at.clear();
  CHECK(told(nowhere) == Rules{"photo.no_position", "photo.no_time"});
}

TEST_CASE("a photo of what came after cannot be older than the correction, nor any younger than today") {
  CHECK(told(photo(5, "after"), parse_date("2025-03-20")) == Rules{"photo.too_early"});
  CHECK(told(photo(5, "after", "2025-03-20T08:00:00"), parse_date("2025-03-20")).empty());
  const auto findings = check_photo(photo(5, "before", "2025-06-02T08:00:00"), grave(), {}, today_);
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].rule == "photo.in_future");
  CHECK(findings[0].severity == Severity::error);
}

TEST_CASE("before and after are paired by view, else by place and direction, each once") {
  std::vector<CasePhoto> photos{photo(10), photo(20), photo(10, "after"), photo(20, "after"), photo(12, "after")};
  photos[0].view = "gate";
  photos[3].view = "gate";              // by its view, though another stands nearer
  photos[1].taken.direction_deg = 350;
  photos[2].taken.direction_deg = 180;  // looks the other way
  photos[4].taken.direction_deg = 20;
  const auto pairs = photo_pairs(photos);
  REQUIRE(pairs.size() == 2);
  CHECK(pairs[0].before == 0);
  CHECK(pairs[0].after == 3);
  CHECK(pairs[1].before == 1);
  CHECK(pairs[1].after == 4);
  CHECK(pairs[1].apart_m.value() == Approx(8).margin(0.01));
}
