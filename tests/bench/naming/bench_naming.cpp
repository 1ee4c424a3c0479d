// SPDX-License-Identifier: Apache-2.0
/// Times the naming checks of one village against all others on record:
///   bench_naming NAMES       "code,name,…" lines as of names.csv, the first line a heading
#include "gis/names/checks/memory_names.hpp"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <fstream>

using namespace merestone;

int main(int argc, char** argv) {
  if (argc < 2) return 2;
  std::vector<LikeName> names;
  std::ifstream in{argv[1]};
  std::string line;
  for (std::getline(in, line); std::getline(in, line);) {
    const auto comma = line.find(',');
    const std::string code = line.substr(0, comma);
    if (code.size() != 12) continue;
    names.push_back({.place = static_cast<std::int64_t>(names.size()) + 1, .text = line.substr(comma + 1, line.find(',', comma + 1) - comma - 1),
                     .class_code = "22200", .division = code});
  }
  NamingRules rules;
  rules.standard_characters = true;
  rules.spelling = {{"settlement", {"22200"}}};
  rules.unique = {{.law = "PN-08b", .classes = {"22200"}, .scope = ScopeKind::division, .scope_level = 3, .wider_level = 2}};
  const auto now = [] { return std::chrono::steady_clock::now(); };
  const auto seconds = [](auto from, auto to) { return std::chrono::duration<double>(to - from).count(); };
  const auto built = now();
  const std::vector<LikeName> asked(names.begin(), names.end());
  const MemoryNames memory{std::move(names), rules};
  std::printf("built of %zu names in %.1f s\n", asked.size(), seconds(built, now()));
  check_naming({.text = "王庄"}, rules, memory.lookup());  // reads the tables
  std::vector<double> times;
  std::size_t found = 0;
  for (std::size_t i = 0; i < asked.size(); i += std::max<std::size_t>(1, asked.size() / 2000)) {
    const std::string& code = asked[i].division;
    const NamingRequest request{.text = asked[i].text, .class_code = "22200", .within = {{2, code.substr(0, 4), ""}, {3, code.substr(0, 6), ""}}, .place = asked[i].place};
    const auto start = now();
    found += check_naming(request, rules, memory.lookup()).size();
    times.push_back(seconds(start, now()) * 1e3);
  }
  std::sort(times.begin(), times.end());
  std::printf("%zu checks: p50 %.3f ms, p99 %.3f ms, most %.3f ms; %zu findings\n", times.size(), times[times.size() / 2], times[times.size() * 99 / 100], times.back(), found);
  return 0;
}
