// SPDX-License-Identifier: Apache-2.0
#include "gis/burials/capacity.hpp"
#include "gis/burials/cell_patches.hpp"
#include "gis/burials/grave_counts.hpp"
#include "gis/burials/siting_check.hpp"

#include <rapidcheck.h>
#include <rapidcheck/catch.h>

#include <algorithm>
#include <cmath>

using namespace merestone;

namespace {

Position somewhere() { return from_degrees(112 + *rc::gen::inRange(0, 4000) * 1e-6, 31 + *rc::gen::inRange(0, 4000) * 1e-6); }

LandFeature any_feature(const char* kind) {
  LandFeature feature;
  feature.kind = kind;
  const Position a = somewhere();
  const auto step = [](int least) { return *rc::gen::inRange(least, 900) * std::int64_t{1000}; };
  switch (*rc::gen::inRange(0, 3)) {
    case 0: feature.position = a; break;
    case 1: feature.path = {a, {a.lon + step(1), a.lat + step(0)}, {a.lon + step(0), a.lat + step(1)}}; break;
    default: {
      const std::int64_t w = step(1), h = step(1);
      feature.area = {{{a, {a.lon + w, a.lat}, {a.lon + w, a.lat + h}, {a.lon, a.lat + h}}, {}}};
    }
  }
  if (*rc::gen::arbitrary<bool>()) feature.accuracy_m = *rc::gen::inRange(0, 9);
  return feature;
}

struct Ground {
  Ground() : layers{features()} {
    for (const char* id : {"near", "inside", "both"}) {
      SitingRule rule;
      rule.id = id;
      rule.classes = {std::string{id} == "inside" ? "b" : "a"};
      if (std::string{id} == "both") rule.classes = {"a", "b"};
      rule.test = std::string{id} == "inside" ? SitingTest::inside : SitingTest::within;
      if (rule.test == SitingTest::within) rule.distance_m = *rc::gen::inRange(1, 300);
      set.rules.push_back(rule);
    }
  }
  static std::vector<LandFeature> features() {
    std::vector<LandFeature> all;
    const int count = *rc::gen::inRange(1, 8);
    for (int i = 0; i < count; ++i) all.push_back(any_feature(i % 2 ? "a" : "b"));
    return all;
  }
  std::vector<ChosenRule> rules() const {
    std::vector<ChosenRule> chosen;
    for (const SitingRule& rule : set.rules) chosen.push_back({&set, &rule});
    return chosen;
  }
  SitingRuleSet set;
  SitingLayers layers;
};

bool same(const SitingHit& a, const SitingHit& b) {
  return a.rule == b.rule && a.verdict == b.verdict && a.in_doubt == b.in_doubt && a.margin_m == b.margin_m && a.feature == b.feature;
}

const SitingHit* of_rule(const std::vector<SitingHit>& hits, std::uint32_t rule) {
  const auto found = std::find_if(hits.begin(), hits.end(), [&](const SitingHit& h) { return h.rule == rule; });
  return found == hits.end() ? nullptr : &*found;
}

}  // namespace

TEST_CASE("graves judged together are judged as each alone") {
  rc::prop("order and company do not matter", [] {
    const Ground ground;
    const SitingCheck check{ground.layers, ground.rules()};
    std::vector<SitedPosition> places;
    for (int i = 0; i < 6; ++i) places.push_back({somewhere(), static_cast<double>(*rc::gen::inRange(0, 20))});
    const auto together = check.judge(places);
    for (std::size_t i = 0; i < places.size(); ++i) {
      const auto alone = check.judge(places[i]);
      RC_ASSERT(alone.size() == together[i].size());
      for (std::size_t k = 0; k < alone.size(); ++k) RC_ASSERT(same(alone[k], together[i][k]));
    }
  });
}

TEST_CASE("what a wider distance allows, a narrower one allows, and doubt is the limit's neighbourhood") {
  rc::prop("verdicts follow the margin", [] {
    Ground ground;
    const double wide = *ground.set.rules[0].distance_m;
    ground.set.rules[2].distance_m = wide + *rc::gen::inRange(1, 200);
    ground.set.rules[2].classes = ground.set.rules[0].classes;
    const SitingCheck check{ground.layers, ground.rules()};
    const SitedPosition place{somewhere(), static_cast<double>(*rc::gen::inRange(0, 20))};
    const auto hits = check.judge(place);
    const SitingHit* narrow = of_rule(hits, 0);
    const SitingHit* wider = of_rule(hits, 2);
    if (narrow && narrow->verdict == SitingVerdict::broken) RC_ASSERT(wider && wider->verdict == SitingVerdict::broken);
    for (const SitingHit& hit : hits) {
      const SitingRule& rule = ground.set.rules[hit.rule];
      const double limit = rule.distance_m.value_or(0);
      const double accuracy = std::hypot(place.accuracy_m, ground.layers.features()[hit.feature].accuracy_m.value_or(0));
      RC_ASSERT(hit.in_doubt == (std::abs(hit.margin_m - limit) < accuracy));
      if (rule.test == SitingTest::within) RC_ASSERT((hit.verdict == SitingVerdict::broken) == (hit.margin_m < limit));
    }
  });
}

TEST_CASE("a planned ground is no further from a feature than any place in it") {
  rc::prop("the ground breaks what a place in it breaks", [] {
    const Ground ground;
    const SitingCheck check{ground.layers, ground.rules()};
    const Position a = somewhere();
    const std::int64_t w = *rc::gen::inRange(20, 900) * std::int64_t{1000}, h = *rc::gen::inRange(20, 900) * std::int64_t{1000};
    const MultiPolygon site{{{a, {a.lon + w, a.lat}, {a.lon + w, a.lat + h}, {a.lon, a.lat + h}}, {}}};
    const auto of_site = check.judge(site, 0);
    const SitedPosition place{{a.lon + w * *rc::gen::inRange(1, 100) / 100, a.lat + h * *rc::gen::inRange(1, 100) / 100}, 0};
    for (const SitingHit& hit : check.judge(place)) {
      const double limit = ground.set.rules[hit.rule].distance_m.value_or(0);
      if (hit.verdict != SitingVerdict::broken || std::abs(hit.margin_m - limit) < 0.01) continue;  // borders that only touch
      const SitingHit* of_rule_there = of_rule(of_site, hit.rule);
      RC_ASSERT(of_rule_there != nullptr);
      RC_ASSERT(of_rule_there->verdict == SitingVerdict::broken);
    }
  });
}

TEST_CASE("pieces hold every marked cell once, and their outlines as much ground") {
  rc::prop("patches partition, outlines sum", [] {
    const CellGrid grid{*rc::gen::inRange(1, 9), *rc::gen::inRange(1, 9)};
    std::vector<bool> marked(grid.size());
    std::size_t count = 0;
    for (std::size_t i = 0; i < grid.size(); ++i) {
      marked[i] = *rc::gen::inRange(0, 3) > 0;
      count += marked[i];
    }
    std::size_t cells = 0;
    for (const auto& patch : patches_of(grid, marked)) {
      cells += patch.size();
      std::int64_t twice = 0;
      std::size_t outer = 0;
      for (const CellRing& ring : outlines_of(patch)) {
        if (!ring.hole) ++outer;
        for (std::size_t i = 0; i < ring.corners.size(); ++i) {
          const CellPlace p = ring.corners[i], q = ring.corners[(i + 1) % ring.corners.size()];
          RC_ASSERT((p.column == q.column) != (p.row == q.row));
          twice += std::int64_t{p.column} * q.row - std::int64_t{q.column} * p.row;
        }
      }
      const auto most = *rc::gen::inRange<std::size_t>(1, 12);
      std::vector<CellPlace> together;
      for (const auto& part : split_patch(patch, most)) {
        RC_ASSERT((!part.empty() && part.size() <= most));
        together.insert(together.end(), part.begin(), part.end());
      }
      auto whole = patch;
      std::sort(whole.begin(), whole.end());
      std::sort(together.begin(), together.end());
      RC_ASSERT(together == whole);
      RC_ASSERT(outer == 1u);
      RC_ASSERT(twice == 2 * static_cast<std::int64_t>(patch.size()));
    }
    RC_ASSERT(cells == count);
  });
}

TEST_CASE("every grave that stands is counted once, and what is gone only as gone") {
  rc::prop("stock, new, unclear and not known are all of them", [] {
    const auto day = [](int least) { return Date{std::chrono::days{*rc::gen::inRange(least, 20'000)}}; };
    std::vector<Grave> graves;
    const Date baseline = day(0), on = baseline + std::chrono::days{*rc::gen::inRange(0, 5000)};
    std::size_t stand = 0;
    for (int i = 0, count = *rc::gen::inRange(0, 20); i < count; ++i) {
      Grave grave;
      grave.village = {*rc::gen::inRange(0, 3)};
      if (*rc::gen::arbitrary<bool>()) grave.built_from = day(0);
      if (grave.built_from && *rc::gen::arbitrary<bool>()) grave.built_until = *grave.built_from + std::chrono::days{*rc::gen::inRange(0, 900)};
      if (*rc::gen::arbitrary<bool>()) grave.first_seen = day(0);
      grave.valid.from = day(0);
      grave.valid.until = *rc::gen::arbitrary<bool>() ? open_end : grave.valid.from + std::chrono::days{*rc::gen::inRange(1, 9000)};
      stand += grave.valid.contains(on);
      graves.push_back(grave);
    }
    std::size_t counted = 0;
    for (const GraveCount& count : count_graves(graves, baseline, on)) counted += count.all();
    RC_ASSERT(counted == stand);
  });
}

TEST_CASE("capacity: free, used and reserved are the plan, and sums of facilities their parts") {
  rc::prop("FU-23 adds up", [] {
    std::vector<FacilityUse> uses;
    std::int64_t used = 0, planned = 0;
    for (int i = 0, count = *rc::gen::inRange(0, 6); i < count; ++i) {
      FacilityFile file;
      file.facility.capacity = *rc::gen::inRange(0, 1000);
      file.facility.used = *rc::gen::inRange(0, 1200);
      uses.push_back(use_of(file, Date{}));
      used += file.facility.used, planned += file.facility.capacity;
    }
    const FacilityUse all = together(uses);
    RC_ASSERT(all.used == used && all.planned == planned && all.available == planned - used);
    const CapacityPlan plan = plan_capacity({1000, 7, 20, 0.5}, uses);
    RC_ASSERT(plan.available - plan.overfull == all.available);
  });
}
