// SPDX-License-Identifier: Apache-2.0
/// Times siting checks on made ground:  bench_siting [graves] [edges per class]
/// Graves anywhere in 4° × 4° (a province), against every rule of the Chinese pack, whatever its jurisdiction; each class of
/// features with as many edges. Heights of 200 m cells; roads are looked from every 50 m. Seconds are of
/// all processors together.
#include "data/packs/packs.hpp"
#include "gis/burials/siting_check.hpp"
#include "tests/support/patchwork.hpp"
#include "tests/support/processor_time.hpp"

#include <cmath>
#include <cstdio>
#include <cstdlib>

using namespace merestone;

namespace {

bool is_line(const std::string& kind) {
  for (const char* word : {"road", "way", "river", "dyke"}) {
    if (kind.find(word) != std::string::npos) return true;
  }
  return false;
}

void add(std::vector<LandFeature>& features, test::Random& random, const std::string& kind, int most) {
  for (int edges = 0; edges < most;) {
    const double lon = test::between(random, 110, 114);
    const double lat = test::between(random, 28, 32);
    const int corners = 40 + static_cast<int>(random() % 200);
    LandFeature feature;
    feature.kind = kind;
    if (is_line(kind)) {
      feature.path = {from_degrees(lon, lat)};
      const double slope = test::between(random, -1, 1);
      for (int i = 1; i < corners; ++i) {
        feature.path.push_back(from_degrees(lon + 0.001 * i, lat + 0.001 * i * slope + test::between(random, 0, 5e-4)));
      }
    } else {
      feature.area = {{test::star(random, lon, lat, 0.03, corners), {}}};
    }
    edges += corners;
    features.push_back(std::move(feature));
  }
}

ElevationGrid heights(test::Random& random) {
  ElevationGrid grid{.name = "made", .sha256 = "", .day = "", .crs = "EPSG:4326", .vertical_datum = "1985", .west = 110, .north = 32,
                     .column_step = 0.002, .row_step = 0.002, .columns = 2000, .rows = 2000, .heights_m = {}};
  for (int r = 0; r < 2000; ++r) {
    for (int c = 0; c < 2000; ++c) {
      grid.heights_m.push_back(static_cast<float>(300 + 90 * std::sin(c / 23.0) * std::cos(r / 27.0) + test::between(random, 0, 9)));
    }
  }
  return grid;
}

}  // namespace

int main(int argc, char** argv) {
  const std::size_t count = argc > 1 ? std::strtoull(argv[1], nullptr, 10) : 100'000;
  const int edges = argc > 2 ? std::atoi(argv[2]) : 30'000;
  test::Random random{1};
  const CountryPack pack = load_pack("cn");
  std::vector<ChosenRule> rules, without_sight;
  for (const SitingRuleSet& set : pack.siting.sets) {
    for (const SitingRule& rule : set.rules) {
      if (!rule.concerns("grave")) continue;
      rules.push_back({&set, &rule});
      if (rule.test != SitingTest::visible) without_sight.push_back(rules.back());
    }
  }
  std::vector<LandFeature> features;
  for (const LandClass& kind : pack.siting.classes) add(features, random, kind.id, edges);
  std::vector<SitedPosition> graves;
  for (std::size_t i = 0; i < count; ++i) {
    graves.push_back({from_degrees(test::between(random, 110, 114), test::between(random, 28, 32)), 3});
  }
  std::optional<SitingLayers> layers;
  const double building = test::processor_seconds([&] { layers.emplace(std::move(features)); });
  const Terrain terrain{heights(random)};
  const auto run = [&](const char* what, const std::vector<ChosenRule>& asked) {
    const SitingCheck check{*layers, asked, &terrain};
    std::size_t hits = 0, broken = 0;
    const double took = test::processor_seconds([&] {
      for (const auto& of_grave : check.judge(graves)) {
        hits += of_grave.size();
        for (const SitingHit& hit : of_grave) broken += hit.verdict == SitingVerdict::broken;
      }
    });
    std::printf("siting: %zu graves, %zu rules %s: %.2f s (target 2; %zu hits, %zu broken)\n", count, asked.size(), what, took, hits, broken);
  };
  std::printf("siting: %zu features of %zu classes indexed in %.2f s\n", layers->features().size(), pack.siting.classes.size(), building);
  run("without sight", without_sight);
  run("with sight", rules);
}
