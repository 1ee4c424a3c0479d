// SPDX-License-Identifier: Apache-2.0
#include "gis/hazards/people.hpp"

#include "gis/base/error.hpp"

#include <algorithm>
#include <cmath>

namespace merestone {

std::vector<Finding> people_findings(std::span<const PeopleSource> sources, std::span<const PeopleWeight> weights,
                                     const std::string& file) {
  std::vector<Finding> findings;
  const auto tell = [&](const char* rule, std::size_t record, const char* field, const std::string& value) {
    findings.push_back({.rule = rule, .subject = {file, std::to_string(record + 1), field}, .facts = {{"value", value}}});
  };
  for (std::size_t i = 0; i < sources.size(); ++i) {
    if (sources[i].people < 0) tell("exposure.negative_people", i, "people", std::to_string(sources[i].people));
  }
  for (std::size_t i = 0; i < weights.size(); ++i) {
    if (weights[i].source >= sources.size()) tell("exposure.unknown_source", i, "source", std::to_string(weights[i].source));
    if (!(weights[i].weight >= 0) || std::isinf(weights[i].weight)) {
      tell("exposure.negative_weight", i, "weight", std::to_string(weights[i].weight));
    }
  }
  return findings;
}

SpreadPeople spread_people(std::span<const PeopleSource> sources, std::span<const PeopleWeight> weights) {
  if (auto findings = people_findings(sources, weights, {}); !findings.empty()) {
    throw Error{Fault::invalid, "people cannot be spread", std::move(findings)};
  }
  std::vector<double> whole(sources.size(), 0);
  for (const PeopleWeight& weight : weights) whole[weight.source] += weight.weight;
  SpreadPeople result;
  result.people.assign(weights.size(), 0);
  std::vector<std::int64_t> left(sources.size());
  for (std::size_t i = 0; i < sources.size(); ++i) {
    left[i] = sources[i].people;
    if (whole[i] > 0 || sources[i].people == 0) continue;
    result.unresolved += sources[i].people;
    result.without.push_back(i);
  }
  struct Remainder {
    double part;
    std::size_t weight;
  };
  std::vector<Remainder> remainders;
  for (std::size_t i = 0; i < weights.size(); ++i) {
    const std::size_t source = weights[i].source;
    if (whole[source] <= 0) continue;
    const double share = static_cast<double>(sources[source].people) * (weights[i].weight / whole[source]);
    result.people[i] = std::min(left[source], static_cast<std::int64_t>(std::floor(share)));
    left[source] -= result.people[i];
    remainders.push_back({share - std::floor(share), i});
  }
  std::stable_sort(remainders.begin(), remainders.end(), [](const Remainder& a, const Remainder& b) { return a.part > b.part; });
  // Fewer people are left over than places get a part of one, but for rounding: then the round begins again.
  for (bool placed = true; placed;) {
    placed = false;
    for (const Remainder& each : remainders) {
      const std::size_t source = weights[each.weight].source;
      if (left[source] == 0 || weights[each.weight].weight <= 0) continue;
      ++result.people[each.weight];
      --left[source];
      placed = true;
    }
  }
  return result;
}

}  // namespace merestone
