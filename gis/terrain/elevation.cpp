// SPDX-License-Identifier: Apache-2.0
#include "gis/terrain/elevation.hpp"

#include "gis/base/error.hpp"
#include "gis/geodesy/crs.hpp"
#include "gis/geodesy/geodesic.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>

namespace merestone {
namespace {

constexpr float lowest_m = -500;
constexpr float highest_m = 9000;
constexpr float no_height = std::numeric_limits<float>::quiet_NaN();

std::string number(double value) {
  char text[32];
  std::snprintf(text, sizeof text, "%.6g", value);
  return text;
}

}  // namespace

std::vector<Finding> elevation_findings(const ElevationGrid& grid) {
  const Subject subject{grid.name, "", ""};
  std::vector<Finding> findings;
  const std::size_t cells = std::size_t{grid.columns} * grid.rows;
  const bool steps = grid.column_step > 0 && grid.row_step > 0 && std::isfinite(grid.west) && std::isfinite(grid.north);
  if (!steps || grid.columns < 2 || grid.rows < 2 || grid.heights_m.size() != cells) {
    findings.push_back({.rule = "terrain.bad_grid", .subject = subject});
    return findings;
  }
  if (grid.vertical_datum.empty()) findings.push_back({.rule = "terrain.no_vertical_datum", .subject = subject});
  std::size_t holes = 0;
  std::size_t impossible = cells;
  for (std::size_t i = 0; i < cells; ++i) {
    const float height = grid.heights_m[i];
    if (std::isnan(height)) ++holes;
    else if (!(height >= lowest_m && height <= highest_m) && impossible == cells) impossible = i;
  }
  if (impossible < cells) {
    findings.push_back({.rule = "terrain.impossible_height",
                        .subject = subject,
                        .facts = {{"height_m", number(static_cast<double>(grid.heights_m[impossible]))},
                                  {"row", std::to_string(impossible / grid.columns + 1)},
                                  {"column", std::to_string(impossible % grid.columns + 1)}}});
  }
  if (holes == cells) {
    findings.push_back({.rule = "terrain.empty", .subject = subject});
  } else if (holes > 0) {
    const double share = 100 * static_cast<double>(holes) / static_cast<double>(cells);
    findings.push_back({.rule = "terrain.holes", .severity = Severity::warning, .subject = subject,
                        .facts = {{"share", number(share)}}});
  }
  return findings;
}

struct Terrain::Way {
  std::optional<GroundTransform> transform;  ///< none for a grid in degrees of WGS 84
};

Terrain::Terrain(ElevationGrid grid) : grid_{std::move(grid)}, way_{std::make_unique<Way>()} {
  std::vector<Finding> findings = elevation_findings(grid_);
  std::erase_if(findings, [](const Finding& finding) { return finding.severity != Severity::error; });
  if (!findings.empty()) throw Error{Fault::invalid, "not an elevation grid", std::move(findings)};
  const Crs crs = Crs::parse(grid_.crs);
  if (crs.code != "EPSG:4326") way_->transform.emplace(crs);
}
Terrain::Terrain(Terrain&&) noexcept = default;
Terrain& Terrain::operator=(Terrain&&) noexcept = default;
Terrain::~Terrain() = default;

GridPlace Terrain::place_of(Position p) const {
  auto [x, y] = way_->transform ? way_->transform->from_position(p) : std::pair{degrees(p.lon), degrees(p.lat)};
  if (!way_->transform) {  // a grid may lie across the antimeridian, and places near it on the other side
    const double middle = grid_.west + grid_.column_step * grid_.columns / 2;
    x = middle + std::remainder(x - middle, 360);
  }
  return {(x - grid_.west) / grid_.column_step - 0.5, (grid_.north - y) / grid_.row_step - 0.5};
}

Position Terrain::position_of(GridPlace place) const {
  const double x = grid_.west + (place.column + 0.5) * grid_.column_step;
  const double y = grid_.north - (place.row + 0.5) * grid_.row_step;
  return way_->transform ? way_->transform->to_position(x, y) : from_degrees(std::remainder(x, 360), y);
}

double Terrain::height_at(Position p) const {
  const auto [column, row] = place_of(p);
  if (!(column >= -0.5 && row >= -0.5 && column <= grid_.columns - 0.5 && row <= grid_.rows - 0.5)) {
    return static_cast<double>(no_height);
  }
  const double c = std::clamp(std::floor(column), 0.0, grid_.columns - 2.0);
  const double r = std::clamp(std::floor(row), 0.0, grid_.rows - 2.0);
  const std::size_t at = static_cast<std::size_t>(r) * grid_.columns + static_cast<std::size_t>(c);
  const auto height = [&](std::size_t i) { return static_cast<double>(grid_.heights_m[i]); };
  const double u = std::clamp(column - c, 0.0, 1.0);
  const double v = std::clamp(row - r, 0.0, 1.0);
  return (1 - v) * ((1 - u) * height(at) + u * height(at + 1)) +
         v * ((1 - u) * height(at + grid_.columns) + u * height(at + grid_.columns + 1));
}

double Terrain::cell_m(Position p) const {
  if (!way_->transform) {
    const Position north{p.lon, p.lat + std::llrint(grid_.row_step * 1e9)};
    return distance_m(p, north);
  }
  const auto [x, y] = way_->transform->from_position(p);
  return distance_m(p, way_->transform->to_position(x, y + grid_.row_step));
}

}  // namespace merestone
