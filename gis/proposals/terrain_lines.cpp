// SPDX-License-Identifier: Apache-2.0
#include "gis/proposals/terrain_lines.hpp"

#include "gis/base/error.hpp"
#include "gis/geodesy/measure.hpp"
#include "gis/proposals/band_graph.hpp"
#include "gis/proposals/noding.hpp"

#include <algorithm>
#include <cmath>
#include <functional>

namespace merestone {
namespace {

using proposals::BandGraph;
using proposals::operator+;
using proposals::operator-;
using proposals::operator*;
using proposals::PlaneLine;

constexpr float off_ridge = 40;  ///< cost of a metre beside the divide, against 1 on it

std::string number(double value) {
  char text[32];
  std::snprintf(text, sizeof text, "%.6g", value);
  return text;
}

LocalPlane plane_of(const Box& box) { return LocalPlane{{(box.west + box.east) / 2, (box.south + box.north) / 2}}; }

double cell_for(const Box& box, const LocalPlane& plane, const Terrain* terrain, const RasterChoice& raster, double widen) {
  const PlanePoint low = plane.to_plane({box.west, box.south});
  const PlanePoint high = plane.to_plane({box.east, box.north});
  const double ground = std::max(1.0, std::abs(high.x - low.x) * widen) * std::max(1.0, std::abs(high.y - low.y) * widen);
  const double wanted = raster.cell_m > 0 ? raster.cell_m : terrain ? terrain->cell_m(plane.centre()) : 0;
  return std::max({wanted, std::sqrt(ground / static_cast<double>(raster.most_cells)), 1.0});
}

DataUsed used(const Terrain& terrain) { return {"elevation", terrain.grid().sha256, terrain.grid().day}; }

/// Puts heights into the raster. Cells in contested ground must have them.
void take_heights(BandGraph& graph, const Terrain& terrain, const LocalPlane& plane) {
  PlaneRaster& raster = graph.raster();
  std::size_t asked = 0;
  std::size_t missing = 0;
  for (std::size_t i = 0; i < raster.size(); ++i) {
    raster.values[i] = static_cast<float>(terrain.height_at(plane.to_position(raster.middle(i))));
    asked += graph.inside()[i];
    missing += graph.inside()[i] && std::isnan(raster.values[i]);
  }
  if (missing * 20 > asked) {
    throw Error{Fault::invalid, "heights do not cover the ground",
                {{.rule = "terrain.does_not_cover", .subject = {terrain.grid().name, "", ""},
                  .facts = {{"share", number(100.0 * static_cast<double>(missing) / static_cast<double>(asked))}}}}};
  }
}

/// What is asked of each section: the cost of its cells, and which cells count as on the feature followed.
struct SectionCost {
  std::vector<float> cost;
  std::vector<std::uint8_t> on;
};

struct FollowedLine {
  Polyline line;
  double length_m = 0;
  double on_m = 0;
  double cell_m = 0;
};

FollowedLine follow(const LineFamily& family, const Terrain* terrain, const RasterChoice& choice, double margin_share,
                    const std::function<SectionCost(BandGraph&, const LocalPlane&)>& cost_of) {
  const ContestedBand& band = family.band();
  if (band.closed) throw Error{Fault::invalid, "a closed band has no terminals", {{.rule = "proposal.closed_band"}}};
  FollowedLine result;
  const Polyline middle = family.line(0.5);
  const std::vector<Polyline> middles = parts_of(band, middle);
  const auto append = [&](const Polyline& part) {
    result.line.insert(result.line.end(), part.begin() + (result.line.empty() ? 0 : 1), part.end());
  };
  for (std::size_t i = 0; i < band.sections.size(); ++i) {
    const BandSection& section = band.sections[i];
    Box box = box_of(section.a);
    box.add(box_of(section.b));
    const LocalPlane plane = plane_of(box);
    if (section.agreed() || middles[i] == section.a || middles[i] == section.b) {
      append(middles[i]);
      continue;
    }
    const double cell = cell_for(box, plane, terrain, choice, 1 + 2 * margin_share);
    const PlanePoint corner = plane.to_plane({box.east, box.north});
    BandGraph graph{section, middles[i], plane, cell, margin_share * 2 * std::max(corner.x, corner.y)};
    if (terrain) take_heights(graph, *terrain, plane);
    const SectionCost cost = cost_of(graph, plane);
    const PlaneLine path = graph.path(cost.cost);
    Polyline part;
    for (std::size_t k = 0; k < path.size(); ++k) {
      part.push_back(plane.to_position(path[k]));
      if (k == 0) continue;
      const double step = proposals::length(path[k] - path[k - 1]);
      result.length_m += step;
      const bool on = cost.on[graph.cell_of(path[k])] || cost.on[graph.cell_of(0.5 * (path[k] + path[k - 1]))];
      result.on_m += on ? step : 0;
    }
    part.front() = section.a.front();
    part.back() = section.a.back();
    proposals::drop_repeats(part);
    result.cell_m = std::max(result.cell_m, cell);
    append(proposals::settled({{section}, false}, std::move(part)));
  }
  return result;
}

}  // namespace

Proposal ridge_line(const LineFamily& family, const Terrain& terrain, const RasterChoice& choice) {
  FollowedLine made = follow(family, &terrain, choice, 0, [](BandGraph& graph, const LocalPlane&) {
    const PlaneRaster& raster = graph.raster();
    const std::vector<std::uint8_t> labels = flooded(raster, graph.beside_claims(), graph.inside());
    SectionCost cost{std::vector<float>(raster.size(), off_ridge), std::vector<std::uint8_t>(raster.size(), 0)};
    for (std::int32_t r = 0; r < raster.rows; ++r) {
      for (std::int32_t c = 0; c < raster.columns; ++c) {
        const std::size_t here = raster.index(c, r);
        if (labels[here] != 1) continue;  // of the two cells at the divide, the one on A's side and its neighbour
        for (const auto& [dc, dr] : {std::pair{1, 0}, {-1, 0}, {0, 1}, {0, -1}}) {
          if (c + dc < 0 || r + dr < 0 || c + dc >= raster.columns || r + dr >= raster.rows) continue;
          const std::size_t there = raster.index(c + dc, r + dr);
          if (labels[there] != 2) continue;
          for (const std::size_t cell : {here, there}) {
            cost.cost[cell] = 1;
            cost.on[cell] = 1;
          }
        }
      }
    }
    return cost;
  });
  return {.method = "ridge", .parameters = {},
          .results = {{"share_on_ridge", number(made.length_m > 0 ? made.on_m / made.length_m : 0)}, {"cell_m", number(made.cell_m)}},
          .data = {used(terrain)}, .line = std::move(made.line), .notes = {}};
}

Proposal watercourse_line(const LineFamily& family, const Terrain& terrain, double catchment_km2, const RasterChoice& choice) {
  FollowedLine made = follow(family, &terrain, choice, 0.25, [&](BandGraph& graph, const LocalPlane&) {
    const PlaneRaster& raster = graph.raster();
    const std::vector<std::uint32_t> drained = accumulation(raster, without_sinks(raster));
    std::uint32_t most = 1;
    for (std::size_t i = 0; i < raster.size(); ++i) {
      if (graph.inside()[i]) most = std::max(most, drained[i]);
    }
    const double enough = catchment_km2 * 1e6 / (raster.cell_m * raster.cell_m);
    SectionCost cost{std::vector<float>(raster.size(), 0), std::vector<std::uint8_t>(raster.size(), 0)};
    for (std::size_t i = 0; i < raster.size(); ++i) {
      const double dry = 1 - std::log(1.0 + drained[i]) / std::log(1.0 + most);
      cost.cost[i] = static_cast<float>(1 + 60 * dry * dry);
      cost.on[i] = drained[i] >= enough;
    }
    return cost;
  });
  return {.method = "watercourse", .parameters = {{"catchment_km2", number(catchment_km2)}},
          .results = {{"share_on_watercourse", number(made.length_m > 0 ? made.on_m / made.length_m : 0)}, {"cell_m", number(made.cell_m)}},
          .data = {used(terrain)}, .line = std::move(made.line), .notes = {}};
}

Proposal least_cost_line(const LineFamily& family, const CostModel& model, const Terrain* terrain, const RasterChoice& choice) {
  for (const double weight : {model.slope, model.people, model.crossing, model.away, model.hazard}) {
    if (!(weight >= 0)) {
      throw Error{Fault::invalid, "bad weight", {{.rule = "proposal.bad_weight", .facts = {{"value", number(weight)}}}}};
    }
  }
  if (model.slope > 0 && !terrain) throw Error{Fault::invalid, "slope without heights", {{.rule = "proposal.no_terrain"}}};
  constexpr std::size_t factors = 5;
  const char* const names[factors] = {"slope", "people", "crossing", "away", "hazard"};
  const double weights[factors] = {model.slope, model.people, model.crossing, model.away, model.hazard};
  double parts[factors] = {};
  double length = 0;
  const auto cost_of = [&](BandGraph& graph, const LocalPlane& plane) {
    const PlaneRaster& raster = graph.raster();
    const std::size_t cells = raster.size();
    std::vector<std::vector<float>> values(factors, std::vector<float>(cells, 0));
    if (model.slope > 0) {
      for (std::int32_t r = 0; r < raster.rows; ++r) {
        for (std::int32_t c = 0; c < raster.columns; ++c) {
          const auto height = [&](std::int32_t x, std::int32_t y) {
            return static_cast<double>(raster.values[raster.index(std::clamp(x, 0, raster.columns - 1), std::clamp(y, 0, raster.rows - 1))]);
          };
          const double rise = std::hypot(height(c + 1, r) - height(c - 1, r), height(c, r + 1) - height(c, r - 1)) / (2 * raster.cell_m);
          values[0][raster.index(c, r)] = static_cast<float>(std::isnan(rise) ? 1 : std::min(rise, 1.0));
        }
      }
    }
    if (model.people > 0) {
      const auto reach = static_cast<std::int32_t>(std::ceil(model.people_reach_m / raster.cell_m));
      for (const PointWeight& place : model.places) {
        const PlanePoint p = plane.to_plane(place.position);
        const auto c0 = static_cast<std::int32_t>(std::lround((p.x - raster.origin.x) / raster.cell_m));
        const auto r0 = static_cast<std::int32_t>(std::lround((p.y - raster.origin.y) / raster.cell_m));
        for (std::int32_t r = std::max(0, r0 - reach); r <= std::min(raster.rows - 1, r0 + reach); ++r) {
          for (std::int32_t c = std::max(0, c0 - reach); c <= std::min(raster.columns - 1, c0 + reach); ++c) {
            const std::size_t i = raster.index(c, r);
            if (proposals::length(raster.middle(i) - p) <= model.people_reach_m) values[1][i] += static_cast<float>(place.weight);
          }
        }
      }
      float most = 0;
      for (std::size_t i = 0; i < cells; ++i) most = graph.inside()[i] ? std::max(most, values[1][i]) : most;
      for (float& value : values[1]) value = most > 0 ? std::min(value / most, 1.0F) : 0;
    }
    const auto draw = [&](const Polyline& line, std::vector<float>& into) {
      const PlaneLine laid = proposals::laid_out(line, plane);
      for (std::size_t i = 0; i + 1 < laid.size(); ++i) {
        const double steps = std::max(1.0, std::ceil(2 * proposals::length(laid[i + 1] - laid[i]) / raster.cell_m));
        for (double k = 0; k <= steps; ++k) into[graph.cell_of(laid[i] + (k / steps) * (laid[i + 1] - laid[i]))] = 1;
      }
    };
    if (model.crossing > 0) {
      for (const Polyline& line : model.crossed) draw(line, values[2]);
    }
    if (model.away > 0 && !model.followed.empty()) {
      std::vector<proposals::NearestOnPath> lines;
      for (const Polyline& line : model.followed) lines.emplace_back(proposals::laid_out(line, plane));
      for (std::size_t i = 0; i < cells; ++i) {
        if (!graph.inside()[i]) continue;
        double nearest = model.away_reach_m;
        for (const auto& line : lines) nearest = std::min(nearest, line.nearest(raster.middle(i)).distance);
        values[3][i] = static_cast<float>(nearest / model.away_reach_m);
      }
    }
    if (model.hazard > 0) {
      for (const MultiPolygon& zone : model.hazards) {
        const Box box = box_of(zone);
        for (std::size_t i = 0; i < cells; ++i) {
          if (!graph.inside()[i] || values[4][i] > 0) continue;
          const Position p = plane.to_position(raster.middle(i));
          if (box.contains(p) && locate(zone, p) != Containment::outside) values[4][i] = 1;
        }
      }
    }
    SectionCost cost{std::vector<float>(cells, 1), std::vector<std::uint8_t>(cells, 0)};
    for (std::size_t f = 0; f < factors; ++f) {
      for (std::size_t i = 0; i < cells; ++i) cost.cost[i] += static_cast<float>(weights[f]) * values[f][i];
    }
    const PlaneLine path = graph.path(cost.cost);
    for (std::size_t k = 1; k < path.size(); ++k) {
      const double step = proposals::length(path[k] - path[k - 1]);
      length += step;
      for (std::size_t f = 0; f < factors; ++f) {
        parts[f] += step * weights[f] *
                    static_cast<double>(values[f][graph.cell_of(path[k])] + values[f][graph.cell_of(path[k - 1])]) / 2;
      }
    }
    return cost;
  };
  FollowedLine made = follow(family, terrain, choice, 0, cost_of);
  Proposal proposal{.method = "least_cost", .parameters = {}, .results = {}, .data = {}, .line = std::move(made.line), .notes = {}};
  double whole = length;
  for (std::size_t f = 0; f < factors; ++f) {
    proposal.parameters.emplace_back(names[f], number(weights[f]));
    whole += parts[f];
  }
  proposal.results.emplace_back("cost", number(whole));
  proposal.results.emplace_back("cost_of_length", number(length));
  for (std::size_t f = 0; f < factors; ++f) proposal.results.emplace_back(std::string{"cost_of_"} + names[f], number(parts[f]));
  proposal.results.emplace_back("cell_m", number(made.cell_m));
  if (terrain) proposal.data.push_back(used(*terrain));
  return proposal;
}

}  // namespace merestone
