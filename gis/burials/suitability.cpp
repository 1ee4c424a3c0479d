// SPDX-License-Identifier: Apache-2.0
#include "gis/burials/suitability.hpp"

#include "gis/base/error.hpp"
#include "gis/base/text.hpp"
#include "gis/burials/cell_patches.hpp"
#include "gis/geodesy/local_plane.hpp"
#include "gis/geodesy/measure.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <numbers>

namespace merestone {
namespace {

constexpr double most_cells = 4e6;

class Work {
 public:
  Work(const SitingCheck& check, const SuitabilityRequest& request, const FeatureIndex* roads, const FeatureIndex* villages, const Terrain* heights)
      : check_{check}, request_{request}, roads_{roads}, villages_{villages}, heights_{heights} {}

  Suitability run() {
    result_.cell_m = request_.cell_m;
    result_.broken.resize(check_.rules().size());
    lay_out();
    judge();
    const auto most = static_cast<std::size_t>(std::clamp(request_.most_area_m2 / (request_.cell_m * request_.cell_m), 1.0, most_cells));
    for (const std::vector<CellPlace>& patch : patches_of(grid_, suitable_)) {
      for (Polygon& polygon : outline(patch)) result_.ground.push_back(std::move(polygon));
      const DivisionId division = divisions_[suitable_[grid_.cell(patch.front())] - 1];
      for (const std::vector<CellPlace>& piece : split_patch(patch, most)) add(piece, division);
    }
    rank();
    return std::move(result_);
  }

 private:
  void lay_out() {
    const Box& region = request_.region;
    const auto refuse = [&](double cells) {
      throw Error{Fault::invalid, "no region to look at",
                  {{.rule = "suitability.bad_region", .facts = {{"cell_m", shortest(request_.cell_m)}, {"cells", fixed(cells, 0)}}}}};
    };
    if (region.empty() || !(request_.cell_m > 0) || !std::isfinite(request_.cell_m)) refuse(0);
    plane_.emplace(Position{(region.west + region.east) / 2, (region.south + region.north) / 2});
    double west = 0, south = 0, east = 0, north = 0;
    for (const std::int64_t lon : {region.west, (region.west + region.east) / 2, region.east}) {
      for (const std::int64_t lat : {region.south, (region.south + region.north) / 2, region.north}) {
        const PlanePoint at = plane_->to_plane({lon, lat});
        west = std::min(west, at.x), south = std::min(south, at.y), east = std::max(east, at.x), north = std::max(north, at.y);
      }
    }
    const double columns = std::max(1.0, std::ceil((east - west) / request_.cell_m));
    const double rows = std::max(1.0, std::ceil((north - south) / request_.cell_m));
    if (columns * rows > most_cells) refuse(columns * rows);
    grid_ = {static_cast<std::int32_t>(columns), static_cast<std::int32_t>(rows)};
    origin_ = {west, south};
  }

  Position at(double column, double row) const {
    return plane_->to_position({origin_.x + column * request_.cell_m, origin_.y + row * request_.cell_m});
  }
  Position middle(std::size_t cell) const {
    const CellPlace place = grid_.place(cell);
    return at(place.column + 0.5, place.row + 0.5);
  }

  void judge() {
    const double spare = request_.cell_m * std::numbers::sqrt2 / 2 + request_.margin_m;
    std::vector<std::size_t> cells;
    std::vector<DivisionId> holders;
    std::vector<SitedPosition> places;
    for (std::size_t cell = 0; cell < grid_.size(); ++cell) {
      const Position p = middle(cell);
      if (!request_.region.contains(p)) continue;
      const DivisionId holder = request_.holder ? request_.holder(p) : DivisionId{};
      if (request_.holder && holder.value == 0) continue;
      cells.push_back(cell);
      holders.push_back(holder);
      places.push_back({p, spare});
    }
    result_.cells = cells.size();
    const auto hits = check_.judge(places);
    suitable_.assign(grid_.size(), 0);
    std::map<DivisionId, std::uint32_t> labels;
    for (std::size_t i = 0; i < cells.size(); ++i) {
      bool good = true, unknown = false;
      for (const SitingHit& hit : hits[i]) {
        unknown = unknown || hit.verdict == SitingVerdict::unknown;
        if (hit.verdict == SitingVerdict::unknown) continue;
        good = false;
        ++result_.broken[hit.rule];
      }
      if (good && unknown) ++result_.unjudged;
      if (!good || unknown) continue;
      const double slope = slope_at(cells[i]);
      if (slope > request_.steepest) {
        ++result_.steep;
        continue;
      }
      ++result_.suitable;
      const auto [label, fresh] = labels.emplace(holders[i], static_cast<std::uint32_t>(divisions_.size() + 1));
      if (fresh) divisions_.push_back(holders[i]);
      suitable_[cells[i]] = label->second;
    }
  }

  /// Rise over run between the middles of the four neighbours; NaN without heights.
  double slope_at(std::size_t cell) const {
    if (heights_ == nullptr) return std::nan("");
    const CellPlace c = grid_.place(cell);
    const auto height = [&](double column, double row) { return heights_->height_at(at(c.column + column, c.row + row)); };
    const double across = (height(1.5, 0.5) - height(-0.5, 0.5)) / (2 * request_.cell_m);
    const double along = (height(0.5, 1.5) - height(0.5, -0.5)) / (2 * request_.cell_m);
    return std::hypot(across, along);
  }

  MultiPolygon outline(const std::vector<CellPlace>& patch) const {
    MultiPolygon ground;
    for (const CellRing& ring : outlines_of(patch)) {
      Ring positions;
      for (const CellPlace& corner : ring.corners) positions.push_back(at(corner.column, corner.row));
      if (ring.hole) ground.back().holes.push_back(std::move(positions));
      else ground.push_back({std::move(positions), {}});
    }
    return ground;
  }

  void add(const std::vector<CellPlace>& patch, DivisionId division) {
    Candidate made;
    made.division = division;
    made.cells = patch.size();
    made.ground = outline(patch);
    made.area_m2 = merestone::area_m2(made.ground);
    if (made.area_m2 < request_.least_area_m2) return;
    double x = 0, y = 0, slopes = 0;
    bool sloped = heights_ != nullptr;
    std::vector<Position> middles;
    for (const CellPlace& cell : patch) {
      x += cell.column, y += cell.row;
      middles.push_back(at(cell.column + 0.5, cell.row + 0.5));
      const double slope = slope_at(grid_.cell(cell));
      sloped = sloped && !std::isnan(slope);
      slopes += slope;
    }
    const auto count = static_cast<double>(patch.size());
    const auto central = std::min_element(patch.begin(), patch.end(), [&](const CellPlace& a, const CellPlace& b) {
      return std::hypot(a.column - x / count, a.row - y / count) < std::hypot(b.column - x / count, b.row - y / count);
    });
    made.middle = at(central->column + 0.5, central->row + 0.5);
    if (sloped) made.slope = slopes / count;
    made.road_m = nearest(roads_, middles);
    made.village_m = nearest(villages_, middles);
    result_.candidates.push_back(std::move(made));
  }

  static std::optional<double> nearest(const FeatureIndex* index, std::span<const Position> places) {
    if (index == nullptr || index->size() == 0) return {};
    double best = Nearness::far_m;
    for (const Nearness& near : index->nearest(places)) best = std::min(best, near.distance_m());
    return best;
  }

  /// Each figure from 0, the worst of the candidates, to 1, the best; unknown ones count 0.
  template <class Figure>
  void weigh(double weight, Figure figure) {
    double least = std::numeric_limits<double>::max(), most = std::numeric_limits<double>::lowest();
    for (const Candidate& c : result_.candidates) {
      if (const std::optional<double> value = figure(c)) least = std::min(least, *value), most = std::max(most, *value);
    }
    for (Candidate& c : result_.candidates) {
      const std::optional<double> value = figure(c);
      if (!value) continue;
      const double share = most > least ? (*value - least) / (most - least) : 1;
      c.score += weight >= 0 ? weight * share : -weight * (1 - share);
    }
    all_ += std::abs(weight);
  }

  void rank() {
    auto& candidates = result_.candidates;
    const auto minus = [](std::optional<double> value) { return value ? std::optional{-*value} : value; };
    weigh(request_.weights.area, [](const Candidate& c) { return std::optional{std::log(c.area_m2)}; });
    weigh(request_.weights.access, [&](const Candidate& c) { return minus(c.road_m); });
    weigh(request_.weights.slope, [&](const Candidate& c) { return minus(c.slope); });
    weigh(request_.weights.villages, [](const Candidate& c) { return c.village_m; });
    for (Candidate& c : candidates) c.score = all_ > 0 ? c.score / all_ : 0;
    std::stable_sort(candidates.begin(), candidates.end(), [](const Candidate& a, const Candidate& b) {
      return a.score != b.score ? a.score > b.score : a.area_m2 > b.area_m2;
    });
    std::map<DivisionId, std::size_t> told;
    if (request_.most_of_division > 0) std::erase_if(candidates, [&](const Candidate& c) { return ++told[c.division] > request_.most_of_division; });
    if (candidates.size() > request_.most_candidates) candidates.resize(request_.most_candidates);
  }

  const SitingCheck& check_;
  const SuitabilityRequest& request_;
  const FeatureIndex* roads_;
  const FeatureIndex* villages_;
  const Terrain* heights_;
  std::optional<LocalPlane> plane_;
  PlanePoint origin_;
  CellGrid grid_;
  std::vector<std::uint32_t> suitable_;  ///< by cell: 1 + index into divisions_; 0 where it is not
  std::vector<DivisionId> divisions_;
  double all_ = 0;
  Suitability result_;
};

}  // namespace

Suitability suitable_ground(const SitingCheck& check, const SuitabilityRequest& request, const FeatureIndex* roads,
                            const FeatureIndex* villages, const Terrain* heights) {
  return Work{check, request, roads, villages, heights}.run();
}

}  // namespace merestone
