// SPDX-License-Identifier: Apache-2.0
#include "tiles/sheet/ink.hpp"

#include <algorithm>
#include <iterator>

namespace merestone {
namespace {

struct KindInk {
  std::string_view kind;
  Colour colour;
};

const KindInk kinds[] = {
    {"flood", {0.13, 0.42, 0.71}},      {"storm_surge", {0.10, 0.54, 0.62}}, {"tsunami", {0.10, 0.36, 0.52}},
    {"landslide", {0.55, 0.36, 0.17}},  {"debris_flow", {0.45, 0.30, 0.22}}, {"subsidence", {0.47, 0.43, 0.36}},
    {"wildfire", {0.85, 0.42, 0.10}},   {"drought", {0.76, 0.60, 0.20}},     {"earthquake", {0.46, 0.28, 0.58}},
    {"avalanche", {0.30, 0.52, 0.70}},  {"volcano", {0.65, 0.16, 0.16}},
};

Colour mixed(const Colour& under, const Colour& over, double share) {
  return {under.red + (over.red - under.red) * share, under.green + (over.green - under.green) * share,
          under.blue + (over.blue - under.blue) * share};
}

}  // namespace

LineInk line_ink(int rank, bool outline, bool disputed) {
  LineInk ink;
  ink.colour = disputed ? ink::disputed : ink::text;
  if (rank <= 0) {
    ink.width = 1.5;
    ink.dashes = {9, 2.6, 1.6, 2.6};
  } else if (rank == 1) {
    ink.width = 1.15;
    ink.dashes = {7.5, 2.2, 1.3, 2.2, 1.3, 2.2};
  } else if (rank == 2) {
    ink.width = 0.8;
    ink.dashes = {5, 1.8};
  } else {
    ink.width = 0.4;
    ink.colour = disputed ? ink::disputed : Colour{0.45, 0.46, 0.48};
  }
  if (outline && rank > 2) {
    ink.width = 0.9;
    ink.colour = disputed ? ink::disputed : ink::text;
  }
  if (disputed) ink.dashes = {2.2, 1.8};
  return ink;
}

LineInk claim_ink(int party) {
  constexpr Colour colours[] = {{0.80, 0.08, 0.12}, {0.05, 0.25, 0.75}, {0.10, 0.50, 0.20}, {0.55, 0.25, 0.60}, {0.75, 0.45, 0.05}};
  constexpr double width = 0.3 / 25.4 * 72;
  return {width, {}, colours[static_cast<std::size_t>(std::max(1, party) - 1) % std::size(colours)]};
}

LineInk proposal_ink(int proposal) {
  static const std::vector<double> dashes[] = {{6, 2}, {2.4, 1.6}, {7, 1.6, 1.4, 1.6}, {1.2, 1.4}, {9, 3}, {5, 1.4, 1.2, 1.4, 1.2, 1.4}, {3.5, 3}};
  constexpr Colour colours[] = {{0.05, 0.45, 0.30}, {0.50, 0.20, 0.55}, {0.62, 0.38, 0.02}, {0.00, 0.45, 0.55}, {0.35, 0.30, 0.10}};
  const auto at = static_cast<std::size_t>(std::max(1, proposal) - 1);
  return {1.0, dashes[at % std::size(dashes)], colours[at % std::size(colours)]};
}

Colour zone_ink(std::string_view kind, int severity) {
  Colour colour{0.36, 0.48, 0.26};
  for (const KindInk& known : kinds) {
    if (known.kind == kind) colour = known.colour;
  }
  return mixed({1, 1, 1}, colour, 0.18 + 0.18 * std::clamp(severity, 1, 5));
}

Colour zone_ink_on_ground(std::string_view kind, int severity) {
  return mixed(ink::subject, zone_ink(kind, severity), zone_cover);
}

}  // namespace merestone
