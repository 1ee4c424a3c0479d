// SPDX-License-Identifier: Apache-2.0
/// Times the tiles of a coverage with its upper levels:
///   bench_tiles units.geojson[.gz] out.pmtiles|out.mbtiles|folder max_zoom [property of an upper level…] [--runs N]
/// with --names FILE, the names of upper divisions from a table level,code,name; the level begins as the property does.
/// Upper levels are given highest first, as properties of each feature: bench_tiles communes.geojson.gz t.pmtiles 12 reg dep
#include "gis/mesh/build.hpp"
#include "tests/support/geojson_coverage.hpp"
#include "tiles/vector/tileset.hpp"

#include <sys/resource.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <map>

namespace {

using namespace merestone;

double seconds_since(std::chrono::steady_clock::time_point start) {
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

/// Units with their superiors, ids in order of appearance.
DivisionFacts facts_of_coverage(const test::GeojsonCoverage& coverage, const std::vector<std::string>& properties,
                                const std::map<std::string, std::string>& names) {
  const std::size_t uppers = properties.size() - 2;
  DivisionFacts facts;
  std::map<std::string, DivisionId> known;
  std::int64_t last = static_cast<std::int64_t>(coverage.properties.size());
  const auto add = [&](DivisionId id, Level level, const std::string& code, const std::string& name) {
    facts.versions.push_back({id, level, "", {}, {}});
    facts.codes.push_back({id, "code", code, {}});
    facts.names.push_back({id, name, "fr", "official", {}});
  };
  for (std::size_t unit = 0; unit < coverage.properties.size(); ++unit) {
    const auto& row = coverage.properties[unit];
    DivisionId member{static_cast<std::int64_t>(unit) + 1};
    add(member, static_cast<Level>(uppers) + 1, row[0], row[1]);
    for (std::size_t level = uppers; level > 0; --level) {
      const std::string& code = row[1 + level];
      const auto [at, fresh] = known.try_emplace(std::to_string(level) + "-" + code, DivisionId{last + 1});
      const auto name = names.find(properties[1 + level].substr(0, 3) + code);
      if (fresh) add(DivisionId{++last}, static_cast<Level>(level), code, name == names.end() ? code : name->second);
      facts.memberships.push_back({member, at->second, MembershipKind::legal, {}});
      member = at->second;
      if (!fresh) break;
    }
  }
  return facts;
}

/// Names by the first three letters of the level and the code.
std::map<std::string, std::string> read_names(const char* path) {
  std::map<std::string, std::string> names;
  std::ifstream file{path};
  for (std::string line; std::getline(file, line);) {
    const std::size_t code = line.find(',');
    const std::size_t name = line.find(',', code + 1);
    if (name == std::string::npos) continue;
    names[line.substr(0, 3) + line.substr(code + 1, name - code - 1)] = line.substr(name + 1, line.find(',', name + 1) - name - 1);
  }
  return names;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 4) return 2;
  std::vector<std::string> properties{"code", "name"};
  int runs = 3;
  std::map<std::string, std::string> names;
  TileOptions options;
  options.max_zoom = std::atoi(argv[3]);
  for (int i = 4; i < argc; ++i) {
    if (std::strcmp(argv[i], "--runs") == 0) {
      runs = std::atoi(argv[++i]);
    } else if (std::strcmp(argv[i], "--names") == 0) {
      names = read_names(argv[++i]);
    } else if (std::strcmp(argv[i], "--threads") == 0) {
      options.threads = static_cast<unsigned>(std::atoi(argv[++i]));
    } else if (std::strcmp(argv[i], "--set") == 0) {
      const std::string name = argv[++i];
      const double value = std::atof(argv[++i]);
      if (name == "detail") options.detail = static_cast<int>(value);
      if (name == "lower_detail") options.lower_detail = static_cast<int>(value);
      if (name == "buffer_px") options.buffer_px = value;
      if (name == "tolerance_px") options.tolerance_px = value;
      if (name == "lower_tolerance_px") options.lower_tolerance_px = value;
      if (name == "lines_from_px") options.lines_from_px = value;
      if (name == "finest_lines_from_px") options.finest_lines_from_px = value;
      if (name == "labels_from_px") options.labels_from_px = value;
    } else {
      properties.emplace_back(argv[i]);
    }
  }
  const auto coverage = test::read_geojson_coverage(argv[1], properties);
  const DivisionRegister divisions{facts_of_coverage(coverage, properties, names), parse_date("2020-01-01")};
  Territory territory;
  territory.mesh = build_mesh(coverage.rings).mesh;
  for (std::size_t unit = 0; unit < coverage.properties.size(); ++unit) {
    territory.holders.push_back({DivisionId{static_cast<std::int64_t>(unit) + 1}});
  }
  for (std::size_t arc = 0; arc < territory.mesh.arcs.size(); ++arc) {
    territory.stretches.push_back({static_cast<std::int64_t>(arc) + 1});
  }
  std::vector<LevelView> views;
  for (const Level level : divisions.levels()) views.push_back(at_level(territory, divisions, level));

  std::vector<double> times;
  std::vector<double> processor_times;
  const auto processor_seconds = [] {
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return static_cast<double>(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) +
           static_cast<double>(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6;
  };
  for (int run = 0; run < runs; ++run) {
    const auto start = std::chrono::steady_clock::now();
    const double processor_start = processor_seconds();
    const TileContents contents{territory, divisions, views};
    const auto archive = open_archive_writer(argv[2]);
    const TileReport report = make_tiles(contents, options, *archive);
    ArchiveFacts facts = facts_of(contents, options);
    facts.name = "bench";
    archive->finish(facts);
    times.push_back(seconds_since(start));
    processor_times.push_back(processor_seconds() - processor_start);
    if (run > 0) continue;
    std::uint64_t bytes = 0;
    for (const auto& zoom : report.zooms) {
      std::printf("z%-2d tiles %7llu  bytes %10llu  largest %8llu  divisions as points %llu\n", zoom.zoom,
                  static_cast<unsigned long long>(zoom.tiles), static_cast<unsigned long long>(zoom.bytes),
                  static_cast<unsigned long long>(zoom.largest), static_cast<unsigned long long>(zoom.divisions_as_points));
      bytes += zoom.bytes;
    }
    std::printf("all tiles %.1f MB\n", static_cast<double>(bytes) / 1e6);
  }
  std::sort(times.begin(), times.end());
  std::sort(processor_times.begin(), processor_times.end());
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  std::printf("arcs %zu positions %zu; wall min %.2f s, median %.2f s; processor min %.2f s; peak memory of all %.0f MB\n",
              territory.mesh.arcs.size(), territory.mesh.positions.size(), times.front(), times[times.size() / 2], processor_times.front(),
              static_cast<double>(usage.ru_maxrss) / 1024);
}
