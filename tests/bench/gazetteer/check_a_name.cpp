// SPDX-License-Identifier: Apache-2.0
#include "data/office/acts.hpp"
#include "data/office/name_checks.hpp"
#include "data/office/name_search.hpp"
#include "data/office/name_workflow.hpp"
#include "data/office/naming_checks.hpp"
#include "gis/base/error.hpp"
#include "gis/mesh/build.hpp"
#include "tests/bench/gazetteer/bench_gazetteer.hpp"

#include <zlib.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <filesystem>
#include <random>

using namespace merestone;

namespace {

constexpr int side = 40;  // counties each way, a tenth of a degree wide

std::vector<NamedPlace> read_places(const char* path) {
  std::vector<NamedPlace> places;
  gzFile file = gzopen(path, "rb");
  std::array<char, 4096> line{};
  gzgets(file, line.data(), line.size());
  std::mt19937_64 random{7};
  while (gzgets(file, line.data(), static_cast<int>(line.size())) != nullptr) {
    const std::string text = line.data();
    const auto first = text.find(','), second = text.find(',', first + 1);
    if (first == std::string::npos || second == std::string::npos) continue;
    NamedPlace place;
    place.local_id = text.substr(0, first);
    place.type = "22200";
    GeographicalName name;
    name.text = text.substr(first + 1, second - first - 1);
    name.language = text.compare(second + 1, 2, "zh") == 0 ? "zh" : "und";
    place.names = {name};
    // Spread evenly: where the list has no positions, the county does not matter to the search, only how many there are.
    place.position = Position{static_cast<std::int64_t>(random() % (side * 100'000'000ULL)), static_cast<std::int64_t>(random() % (side * 100'000'000ULL))};
    place.valid.from = parse_date("2000-01-01");
    places.push_back(std::move(place));
  }
  gzclose(file);
  return places;
}

void adopt_counties(Project& project) {
  std::vector<DeliveredDivision> divisions;
  const auto add = [&](std::string code, std::string superior, Level level, const char* kind) {
    DeliveredDivision d;
    d.record = divisions.size() + 1;
    d.name = "区划" + code;
    d.code = std::move(code);
    d.parent_code = std::move(superior);
    d.level = level;
    d.kind = kind;
    d.language = "zh";
    d.has_shape = level == 3;
    divisions.push_back(std::move(d));
  };
  add("990000", "", 1, "province");
  for (int row = 0; row < side; ++row) add(std::to_string(990100 + 100 * row), "990000", 2, "prefecture_city");
  RingSet rings;
  for (int row = 0; row < side; ++row) {
    for (int column = 0; column < side; ++column) {
      const Ring ring{from_degrees(column * .1, row * .1), from_degrees((column + 1) * .1, row * .1), from_degrees((column + 1) * .1, (row + 1) * .1),
                      from_degrees(column * .1, (row + 1) * .1)};
      rings.add(ring, static_cast<UnitIndex>(divisions.size()));
      add(std::to_string(990100 + 100 * row + 1 + column), std::to_string(990100 + 100 * row), 3, "county");
    }
  }
  adopt_divisions(project, {"bench", "bench", {}, {}}, {divisions, build_mesh(rings).mesh, "gb2260", {parse_date("2000-01-01"), open_end}});
}

void print_times(const char* what, std::vector<double> times) {
  std::sort(times.begin(), times.end());
  std::printf("  %-44s %5zu  p50 %7.3f  p99 %7.3f  max %7.3f ms of processor time\n", what, times.size(), times[times.size() / 2], times[times.size() * 99 / 100], times.back());
}

}  // namespace

int bench::check_a_name(const char* names_file, const char* project_path) {
  const auto places = read_places(names_file);
  double start = processor_seconds();
  if (!std::filesystem::exists(project_path)) {
    auto fresh = Project::create(project_path, "bench", "bench", {"cn"});
    adopt_counties(fresh);
    adopt_places(fresh, {"bench", "bench", {}, {}}, places);
    std::printf("%zu names on record in %.1f s\n", places.size(), processor_seconds() - start);
  }
  auto project = Project::open(project_path, Access::write);
  const Date day = parse_date("2026-01-01");
  const auto pack = names_pack(project);
  start = processor_seconds();
  const auto names = NameSearch::open(project, std::string{project_path} + ".names", day);
  std::printf("index of %zu names made in %.1f s\n", names.state().names, processor_seconds() - start);
  const AsOf now{day, project.summary().revision};
  const auto states = project.divisions(now);
  std::vector<NameApplication> drafts;
  for (std::size_t i = 0; i < 400; ++i) {
    const NamedPlace& like = places[i * 7919 % places.size()];
    NameApplication draft;
    draft.number = std::to_string(now.revision) + "-" + std::to_string(i);
    draft.kind = "committee_seat";
    draft.text = like.names.front().text;
    draft.language = "zh";
    draft.class_code = "22200";
    draft.applicant = "bench";
    draft.applied = parse_date("2025-06-01");
    draft.position = like.position;
    draft.division = states.find_code(std::to_string(990100 + 100 * (like.position->lat / 100'000'000) + 1 + like.position->lon / 100'000'000))->id;
    drafts.push_back(std::move(draft));
  }
  std::vector<double> checks, acts;
  std::size_t findings = 0;
  for (const NameApplication& draft : drafts) {
    start = processor_seconds();
    findings += check_naming_of(project, pack, draft, now, &names).size();
    checks.push_back(1e3 * (processor_seconds() - start));
  }
  for (std::size_t i = 0; i < 40; ++i) {
    drafts[i].text = "新" + drafts[i].text.substr(0, 6) + "示例";
    start = processor_seconds();
    try {
      apply_for_name(project, {"bench", "bench", {}, {}}, drafts[i], {}, {drafts[i].number, latest_revision, day, Carry::try_only, &names});
    } catch (const Error&) {
      continue;  // a rule of the pack stands against it
    }
    acts.push_back(1e3 * (processor_seconds() - start));
  }
  std::printf("  %zu findings\n", findings);
  print_times("check of one name, as the act makes it", checks);
  if (!acts.empty()) print_times("the whole application, tried", acts);
  return 0;
}
