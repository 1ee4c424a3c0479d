// SPDX-License-Identifier: Apache-2.0
/// Times what a names officer asks of a whole project:
///   bench_gazetteer reverse PROJECT DAY           what holds a point, from the finest division up, and whether that is disputed
///   bench_gazetteer check NAMES.csv[.gz] PROJECT  a new name held against those on record, inside the act; PROJECT is made where there is none
#include "tests/bench/gazetteer/bench_gazetteer.hpp"

#include "data/office/project.hpp"
#include "gis/overlay/coverage_index.hpp"
#include "gis/territory/territory.hpp"

#include <algorithm>
#include <cstdio>
#include <cstring>
#include <random>

using namespace merestone;

namespace {

/// Everything that holds the ground of one unit, up to a level.
struct Held {
  std::vector<const DivisionState*> chain;
  bool disputed = false;
};

std::vector<Held> held_at(const Territory& territory, const DivisionRegister& divisions, Level level) {
  std::vector<Held> all;
  for (const Holders& holders : territory.holders) {
    Held held{{}, holders.size() > 1};
    for (const DivisionId holder : holders)
      for (const DivisionState* one : divisions.chain(holder))
        if (one->level <= level && std::find(held.chain.begin(), held.chain.end(), one) == held.chain.end()) held.chain.push_back(one);
    all.push_back(std::move(held));
  }
  return all;
}

int reverse(const char* path, const char* day) {
  const auto project = Project::open(path);
  const AsOf as_of{parse_date(day)};
  const auto facts = project.division_facts();
  const DivisionRegister divisions{facts, as_of.day};
  const Territory territory = derive(project.snapshot(as_of), Neutral{});
  const CoverageIndex index{territory.mesh};
  Box box;
  for (const Arc& arc : territory.mesh.arcs) box.add(box_of(territory.mesh.path(arc)));
  std::mt19937_64 random{5};
  std::vector<Position> points(1'000'000);
  const auto any = [&](std::int64_t from, std::int64_t to) { return from + static_cast<std::int64_t>(random() % static_cast<std::uint64_t>(to - from)); };
  for (auto& point : points) point = {any(box.west, box.east), any(box.south, box.north)};
  std::printf("%s on %s: %zu divisions, %zu kinds of ground\n", path, day, divisions.all().size(), territory.holders.size());
  for (const Level level : divisions.levels()) {
    const auto held = held_at(territory, divisions, level);
    std::size_t inside = 0, disputed = 0, named = 0;
    const double start = bench::processor_seconds();
    for (const Position point : points) {
      const UnitIndex unit = index.unit_at(point);
      if (unit == nobody) continue;
      const Held& found = held[unit];
      ++inside;
      disputed += found.disputed;
      for (const DivisionState* one : found.chain) named += one->level == level;
    }
    const double took = bench::processor_seconds() - start;
    std::printf("  level %d: %.0f points/s one by one (target 200,000); %zu inside, %zu disputed, %zu divisions of the level named\n", static_cast<int>(level),
                static_cast<double>(points.size()) / took, inside, disputed, named);
  }
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 4) return 2;
  if (std::strcmp(argv[1], "reverse") == 0) return reverse(argv[2], argv[3]);
  if (std::strcmp(argv[1], "check") == 0) return bench::check_a_name(argv[2], argv[3]);
  return 2;
}
