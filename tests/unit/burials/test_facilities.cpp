// SPDX-License-Identifier: Apache-2.0
#include "gis/base/error.hpp"
#include "gis/burials/capacity.hpp"
#include "gis/burials/facility_check.hpp"
#include "gis/burials/site_limits.hpp"

#include <algorithm>

using namespace merestone;

namespace {

BurialRules law() {
  BurialRules rules;
  FacilityKind cemetery{"cemetery", {"cemetery", "公墓"}, {}, true, {}};
  cemetery.approvals.push_back({"", 1, 1, {"provincial civil affairs", "省民政厅"}, {}, {parse_date("1997-07-21"), parse_date("2026-03-30")}, "8"});
  rules.facilities.push_back(cemetery);
  rules.plots.push_back({"ash_single", {"ash grave, single", "骨灰单穴"}, {}, false});
  rules.plot_limits.push_back({"ash_single", "", 1, {}, "country"});
  rules.plot_limits.push_back({"ash_single", "34", 0.5, {}, "DB34/T 4180-2022"});
  rules.facility_limits.push_back({{}, "34", 20, 75, 40, {parse_date("2022-04-01"), open_end}, "DB34/T 4180-2022"});
  return rules;
}

FacilityFile cemetery() {
  FacilityFile file;
  file.facility.local_id = "f-1";
  file.facility.kind = "cemetery";
  file.facility.name = "West Hill";
  file.facility.capacity = 100;
  file.facility.used = 40;
  file.record.approval_number = "民发〔2004〕3号";
  file.record.approved_on = parse_date("2004-03-01");
  file.record.opened = parse_date("2004-09-01");
  file.record.approval_level = 1;
  return file;
}

std::vector<std::string> rules_of(const FacilityFile& file, const std::string& code = "340100") {
  const BurialRules rules = law();
  const BurialRules* const packs[] = {&rules};
  std::vector<std::string> found;
  for (const Finding& finding : facility_findings(file, packs, code, parse_date("2024-06-01"))) found.push_back(finding.rule);
  return found;
}

}  // namespace

TEST_CASE("approval: by whom the law of that day says, before it opens, and on record") {
  FacilityFile file = cemetery();
  CHECK(rules_of(file).empty());
  file.record.approval_level = 3;
  CHECK(rules_of(file) == std::vector<std::string>{"facility.wrong_level"});
  file.record.approval_level.reset();
  CHECK(rules_of(file) == std::vector<std::string>{"facility.no_approver"});
  file = cemetery();
  file.record.opened = parse_date("2003-01-01");
  CHECK(rules_of(file) == std::vector<std::string>{"facility.opened_early"});
  file.record.approval_number.clear();
  CHECK(rules_of(file) == std::vector<std::string>{"facility.no_approval"});
  file.record.approved_on = parse_date("2026-04-01");  // the new law's text is not at hand: nothing is claimed
  CHECK(rules_of(file).empty());
  file = cemetery();
  file.facility.kind = "ossuary";
  CHECK(rules_of(file) == std::vector<std::string>{"facility.unknown_kind"});
}

TEST_CASE("who approved it: a body by name, or by its level, or not on record") {
  FacilityFile file = cemetery();
  const auto rules_with = [&](const char* body, std::optional<int> level) {
    file.record.approval_body = body;
    file.record.approval_level = level;
    return rules_of(file);
  };
  CHECK(rules_with("Township", 4) == std::vector<std::string>{"facility.not_competent"});
  CHECK(rules_with("", 4) == std::vector<std::string>{"facility.wrong_level"});
  CHECK(rules_with("Somebody", {}) == std::vector<std::string>{"facility.approver_unknown"});
  CHECK(rules_with("", {}) == std::vector<std::string>{"facility.no_approver"});
}

TEST_CASE("capacity below use is a finding, by type where types are counted") {
  FacilityFile file = cemetery();
  file.facility.used = 101;
  CHECK(rules_of(file) == std::vector<std::string>{"facility.capacity_below_use"});
  file = cemetery();
  file.stock.push_back({{}, parse_date("2024-01-01"), "ash_single", 60, 50, 11, 0.6, 0});
  file.stock.push_back({{}, parse_date("2024-01-01"), "vault", 30, 0, 0, {}, 0});
  CHECK(rules_of(file) == std::vector<std::string>{"facility.stock_differs", "facility.type_below_use", "facility.plot_too_large", "facility.unknown_plot"});
  CHECK(rules_of(file, "420100")[2] == "facility.unknown_plot");  // 0.6 m² is within 1 m² where Anhui's limit does not hold
}

TEST_CASE("ground and annual inspection") {
  FacilityFile file = cemetery();
  file.record.area_approved_m2 = 1000;
  file.record.area_built_m2 = 1200;
  file.facility.position = from_degrees(112, 31);
  file.record.ground = {{{from_degrees(112.1, 31), from_degrees(112.2, 31), from_degrees(112.2, 31.1)}, {}}};
  file.years.push_back({{}, 2022, 3, {}, parse_date("2023-03-01"), "passed", "", 0});
  CHECK(rules_of(file) == std::vector<std::string>{"facility.built_over", "facility.not_inspected", "facility.outside_ground"});
  file.years.push_back({{}, 2023, 3, {}, parse_date("2024-03-01"), "to_correct", "", 0});
  CHECK(rules_of(file)[1] == "facility.inspection_failed");
  file.years.push_back({{}, 2024, 3, {}, {}, "", "", 0});  // placements alone are no inspection
  CHECK(rules_of(file)[1] == "facility.inspection_failed");
}

TEST_CASE("plots are given for no longer than the law says, and the ground is green enough by cover or by planting") {
  FacilityFile file = cemetery();
  file.record.term_years = 20;
  file.record.cover_percent = 60;
  file.record.green_percent = 40;  // planted enough, though not covered
  CHECK(rules_of(file).empty());
  file.record.green_percent = 39.5;
  CHECK(rules_of(file) == std::vector<std::string>{"facility.too_little_green"});
  file.record.cover_percent = 75;
  CHECK(rules_of(file).empty());
  file.record.cover_percent.reset();
  file.record.green_percent.reset();
  CHECK(rules_of(file).empty());  // what nobody measured is not held against it
  file.record.term_years = 50;
  CHECK(rules_of(file) == std::vector<std::string>{"facility.term_too_long"});
  CHECK(rules_of(file, "420100").empty());  // a limit holds in its province

  const BurialRules rules = law();
  const FacilityKind other{"crematorium", {}, {}, false, {}};
  CHECK(rules.facility_limit(rules.facilities[0], "340100", parse_date("2021-06-01")) == nullptr);
  CHECK(rules.facility_limit(other, "340100", parse_date("2024-06-01")) == nullptr);
}

TEST_CASE("whether a facility keeps to its limits is said apart for its term and its greenery, and not where nobody knows") {
  const BurialRules rules = law();
  const BurialRules* const packs[] = {&rules};
  FacilityFile file = cemetery();
  const auto standing = [&](const std::string& code) { return standing_of(file, packs, code, parse_date("2024-06-01")); };
  CHECK(standing("420100").limit == nullptr);
  CHECK_FALSE(standing("340100").term_kept);
  CHECK_FALSE(standing("340100").green_kept);
  file.record.term_years = 50;
  file.record.green_percent = 40;
  CHECK(standing("340100").term_kept == false);
  CHECK(standing("340100").green_kept == true);
  CHECK_FALSE(standing("420100").term_kept);
}

TEST_CASE("the limits of a place are those of its narrowest jurisdiction, kinds of facilities that share one told together") {
  BurialRules rules = law();
  rules.facilities.push_back({"welfare_plot", {"rural welfare plot", "农村公益性墓地"}, {}, true, {}});
  rules.facilities.push_back({"crematorium", {"crematorium", "火葬场"}, {}, false, {}});
  rules.stone_limits.push_back({"34", 0.8, {}, "province"});
  const BurialRules* const packs[] = {&rules};
  const SiteLimits here = site_limits(packs, "340100", parse_date("2024-06-01")), there = site_limits(packs, "420100", parse_date("2024-06-01"));
  REQUIRE(here.stone != nullptr);
  CHECK(here.stone->most_m == 0.8);
  REQUIRE(here.plots.size() == 1);
  CHECK(here.plots[0].limit->most_m2 == 0.5);
  REQUIRE(here.facilities.size() == 1);
  CHECK(here.facilities[0].kinds.size() == 2);
  CHECK(there.stone == nullptr);
  REQUIRE(there.plots.size() == 1);
  CHECK(there.plots[0].limit->most_m2 == 1);
  CHECK(there.facilities.empty());
}

TEST_CASE("FU-10: people × death rate × 20 × 50 %") {
  CHECK(placements_needed({100'000, 7.2, 20, 0.5}) == Approx(7200));
  CHECK(placements_needed({0, 7.2, 20, 0.5}) == 0);
  for (const CapacityRequest& bad : {CapacityRequest{-1, 7.2, 20, 0.5}, {1, 7.2, 20, 1.5}, {1, -1, 20, 0.5}, {1, 1001, 20, 0.5}, {1, 7.2, -20, 0.5}}) {
    try {
      placements_needed(bad);
      FAIL("planned with nonsense");
    } catch (const Error& error) {
      CHECK(error.findings().front().rule == "capacity.bad_figure");
    }
  }
}

TEST_CASE("FU-23: years left are the free ones over the mean of the last years; overfull is shown, not clipped") {
  FacilityFile file = cemetery();
  const Date day = parse_date("2024-12-31");
  CHECK(!use_of(file, day).years_left);
  CHECK(use_of(file, day).used_share == Approx(0.4));
  for (int year = 2018; year <= 2025; ++year) file.years.push_back({{}, year, year == 2018 ? 1000 : 5, {}, {}, "", "", 0});
  const FacilityUse use = use_of(file, day);  // of 2020 to 2024: neither 2018 nor the year to come
  CHECK(use.rate.per_year == 5);
  CHECK(use.rate.first_year == 2020);
  CHECK(*use.years_left == 12);
  file.facility.used = 130;
  CHECK(use_of(file, day).available == -30);
  CHECK(*use_of(file, day).used_share == Approx(1.3));
  CHECK(*use_of(file, day).years_left == 0);
}

TEST_CASE("without placements on record the rate comes from two counts, at least a year apart") {
  FacilityFile file = cemetery();
  file.counts.push_back({{}, parse_date("2020-01-01"), "ash_single", 100, 20, 0, {}, 0});
  file.counts.push_back({{}, parse_date("2024-01-01"), "ash_single", 100, 40, 0, {}, 0});
  file.stock = {file.counts.back()};
  const FacilityUse use = use_of(file, parse_date("2024-06-01"));
  CHECK(use.rate.basis == FillRate::Basis::counts);
  CHECK(use.rate.per_year == Approx(5).epsilon(1e-3));
  CHECK(*use.years_left == Approx(12).epsilon(1e-3));
  CHECK(use_of(file, parse_date("2023-01-01")).rate.basis == FillRate::Basis::none);
}

TEST_CASE("types are counted on days of their own: the rate is the sum of theirs") {
  FacilityFile file = cemetery();
  const auto count = [&](const char* day, const char* type, std::int64_t used) { file.counts.push_back({{}, parse_date(day), type, 100, used, 0, {}, 0}); };
  count("2020-01-01", "ash_single", 20);
  count("2021-01-01", "niche", 50);
  count("2024-01-01", "ash_single", 40);
  count("2025-01-01", "niche", 58);
  const FillRate rate = use_of(file, parse_date("2025-06-01")).rate;
  CHECK(rate.per_year == Approx(7).epsilon(1e-3));  // 5 and 2: never 58 of one day less 20 of another
  CHECK(rate.first_year == 2020);
  CHECK(rate.last_year == 2025);
  count("2025-01-01", "tree", 1);  // once, and there is room: how fast that fills nobody knows
  CHECK(use_of(file, parse_date("2025-06-01")).rate.basis == FillRate::Basis::none);
}

TEST_CASE("a plan sums free plots, not those of overfull facilities against others") {
  FacilityUse free, over;
  free.planned = 100, free.used = 40, free.available = 60;
  over.planned = 50, over.used = 80, over.available = -30;
  const FacilityUse uses[] = {free, over};
  const CapacityPlan plan = plan_capacity({10'000, 7, 20, 0.5}, uses);
  CHECK(plan.needed == Approx(700));
  CHECK(plan.available == 60);
  CHECK(plan.overfull == 30);
  CHECK(plan.gap == Approx(640));
  CHECK(*plan.years_left == Approx(60 / 35.0));
  const FacilityUse all = together(uses);
  CHECK(all.available == 30);
  CHECK(*all.used_share == Approx(120 / 150.0));
  CHECK(!all.years_left);  // nobody knows how fast the free one fills
}
