// SPDX-License-Identifier: Apache-2.0
#include "gis/base/error.hpp"
#include "gis/base/text.hpp"
#include "gis/geodesy/geodesic.hpp"
#include "gis/geodesy/measure.hpp"
#include "gis/proposals/division.hpp"
#include "gis/proposals/family.hpp"

#include <algorithm>
#include <cmath>
#include <map>

namespace merestone {
namespace {

std::string number(double value) {
  char text[32];
  std::snprintf(text, sizeof text, "%.10g", value);
  return text;
}

[[noreturn]] void refuse(const char* rule, double value) {
  throw Error{Fault::invalid, rule, {{.rule = rule, .facts = {{"value", number(value)}}}}};
}

NamedFacts results(double t, std::size_t again, NamedFacts others) {
  others.insert(others.begin(), {"t", number(t)});
  if (again > 0) others.push_back({"divided_again", std::to_string(again)});
  return others;
}

/// Where a growing function passes 0 between two places where its values have different signs: regula falsi with the
/// Illinois rule, halving when it crawls. Ends at the last place asked.
template <class Function>
double solve(const Function& f, double low, double f_low, double high, double f_high, double tolerance) {
  double at = std::abs(f_low) < std::abs(f_high) ? low : high;
  int side = 0;
  for (int i = 0; i < 60 && high - low > 1e-14; ++i) {
    at = (low * f_high - high * f_low) / (f_high - f_low);
    if (!(at > low && at < high) || i % 5 == 4) at = (low + high) / 2;
    const double here = f(at);
    if (std::abs(here) <= tolerance) break;
    if (here < 0) {
      low = at;
      f_low = here;
      if (side < 0) f_high /= 2;
      side = -1;
    } else {
      high = at;
      f_high = here;
      if (side > 0) f_low /= 2;
      side = 1;
    }
  }
  return at;
}

}  // namespace

Proposal equidistant_line(const LineFamily& family) {
  return {.method = "equidistant", .parameters = {}, .results = {{"t", "0.5"}}, .data = {}, .line = family.line(0.5),
          .notes = {}};
}

Proposal weighted_line(const LineFamily& family, double t) {
  return {.method = "weighted", .parameters = {{"t", number(t)}}, .results = {}, .data = {}, .line = family.line(t),
          .notes = {}};
}

Proposal area_share_line(const LineFamily& family, double share_of_a) {
  if (!(share_of_a > 0 && share_of_a < 1)) refuse("proposal.bad_share", share_of_a);
  const double whole = family.ground_m2();
  const double target = (1 - share_of_a) * whole;
  // Positions of a line keep t to millimetres; what is left of that is moved off below.
  const double tolerance = 0.004 * length_m(claim_a(family.band()));
  const proposals::Sweep sweep{family};
  const double end = sweep.end();
  const auto rough = [&](double x) { return family.conceded_by_a_m2(sweep.at(x).t, sweep.at(x).turn) - target; };
  // The polished line differs by a hair: solve again with it, near by.
  Polyline line;
  double reached = 0;
  const auto fine = [&](double x) {
    line = sweep.line(x);
    return reached = proposals::conceded_m2(family.band(), line) - target;
  };
  double x = solve(rough, 0, -target, end, whole - target, whole * 1e-6);
  double here = fine(x);
  for (double reach = std::max(1e-7, 2 * std::abs(here) / whole); std::abs(here) > tolerance && reach < 1; reach *= 8) {
    const double beyond = std::clamp(here < 0 ? x + reach : x - reach, 1e-9, end - 1e-9);
    const double there = fine(beyond);
    if (std::abs(there) <= tolerance) {
      x = beyond;
      break;
    }
    if ((there < 0) == (here < 0)) {
      x = beyond;
      here = there;
      continue;
    }
    x = here < 0 ? solve(fine, x, here, beyond, there, tolerance) : solve(fine, beyond, there, x, here, tolerance);
    break;
  }
  double t = sweep.at(x).t;
  reached = proposals::even_out(family.band(), line, target, 0.02) - target;
  const double allowed = std::max(1.0, 0.01 * (length_m(line) + length_m(claim_a(family.band()))));
  std::size_t again = 0;
  if (std::abs(reached) > allowed) {
    proposals::Divided divided = proposals::divide(
        family, [&](const Polyline& at) { return proposals::conceded_m2(family.band(), at) - target; }, tolerance);
    line = std::move(divided.line);
    t = divided.t;
    again = divided.again;
    reached = proposals::even_out(family.band(), line, target, 0.02) - target;
    if (std::abs(reached) > allowed) refuse("proposal.unequal", std::abs(reached));
  }
  return {.method = share_of_a == 0.5 ? "equal_area" : "share_of_area",
          .parameters = {{"share_of_a", number(share_of_a)}},
          .results = results(t, again, {{"residual_m2", number(reached)}}),
          .data = {},
          .line = std::move(line),
          .notes = {}};
}

Proposal weight_share_line(const LineFamily& family, std::span<const PointWeight> weights, const std::string& method,
                           double share_of_a) {
  if (!(share_of_a > 0 && share_of_a < 1)) refuse("proposal.bad_share", share_of_a);
  struct Step {
    double t;
    PointWeight place;
  };
  std::vector<Step> steps;
  double whole = 0;
  for (const PointWeight& weight : weights) {
    if (!(weight.weight >= 0)) refuse("proposal.bad_weight", weight.weight);
    if (weight.weight == 0) continue;
    if (const auto t = family.t_at(weight.position)) {
      steps.push_back({*t, weight});
      whole += weight.weight;
    }
  }
  if (steps.empty()) throw Error{Fault::invalid, "nothing to share", {{.rule = "proposal.nothing_to_share"}}};
  std::sort(steps.begin(), steps.end(), [](const Step& a, const Step& b) { return a.t < b.t; });
  const double target = (1 - share_of_a) * whole;
  // What lies below t is conceded by A. Places with one t cannot be told apart.
  struct Gap {
    double low, high, conceded;
    double beside() const { return std::max({low - 0.5, 0.5 - high, 0.0}); }
  };
  Gap best{0, steps.front().t, 0};
  double conceded = 0;
  for (std::size_t i = 0; i < steps.size(); ++i) {
    conceded += steps[i].place.weight;
    const Gap gap{steps[i].t, i + 1 < steps.size() ? steps[i + 1].t : 1, conceded};
    const double gain = std::abs(best.conceded - target) - std::abs(conceded - target);
    if (gap.high > gap.low && (gain > 0 || (gain == 0 && gap.beside() < best.beside()))) best = gap;
  }
  const auto conceded_with = [&](const Polyline& line) {
    double sum = 0;
    for (const MultiPolygon ground = ground_between(claim_a(family.band()), line); const Step& step : steps) {
      if (locate(ground, step.place.position) != Containment::outside) sum += step.place.weight;
    }
    return sum;
  };
  // Places at one position cannot be told apart.
  double heaviest = 0;
  std::map<Position, double> at_one;
  for (const Step& step : steps) heaviest = std::max(heaviest, at_one[step.place.position] += step.place.weight);
  const double allowed = heaviest / 2 + whole * 1e-9;
  const double margin = (best.high - best.low) / 4;
  double t = std::clamp(0.5, best.low + margin, best.high - margin);
  std::size_t again = 0;
  Polyline line = family.line(t);
  double reached = conceded_with(line);
  if (std::abs(reached - target) > allowed) {
    // In a bay that lines cut off a place goes to the side that the bay goes to, before its own t is reached; in a wedge
    // all have one t.
    proposals::Divided divided =
        proposals::divide(family, [&](const Polyline& at) { return conceded_with(at) - target; }, allowed);
    line = std::move(divided.line);
    t = divided.t;
    again = divided.again;
    reached = conceded_with(line);
    if (std::abs(reached - target) > allowed) refuse("proposal.unequal", std::abs(reached - target));
  }
  return {.method = method,
          .parameters = {{"share_of_a", number(share_of_a)}},
          .results = results(t, again, {{"whole", number(whole)}, {"kept_by_a", number(whole - reached)}}),
          .data = {},
          .line = std::move(line),
          .notes = {}};
}

}  // namespace merestone
