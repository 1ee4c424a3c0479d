// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gis/burials/land_feature.hpp"
#include "gis/overlay/feature_index.hpp"

#include <map>
#include <string_view>
#include <vector>

namespace merestone {

/// Features of the land by class, each class with its index. Built once, asked often; reading is thread-safe.
class SitingLayers {
 public:
  struct Layer {
    std::vector<std::uint32_t> features;  ///< positions in features(), as the index numbers them
    FeatureIndex index;
  };

  explicit SitingLayers(std::vector<LandFeature> features);

  const std::vector<LandFeature>& features() const { return features_; }
  /// Null where no feature is of this class.
  const Layer* layer(std::string_view kind) const;

 private:
  std::vector<LandFeature> features_;
  std::map<std::string, Layer, std::less<>> layers_;
};

/// Its box; that of one place for a position.
Box box_of(const LandFeature& feature) noexcept;
/// With `metres` more on every side, a little more than less; beyond ±180° where it reaches there.
Box widened(const Box& box, double metres) noexcept;
/// Whether two boxes meet on earth, of which one may reach beyond ±180°.
bool meet_on_earth(const Box& a, const Box& b) noexcept;
/// Outlines of its areas (closed) and its path.
std::vector<Polyline> outlines_of(const LandFeature& feature);

}  // namespace merestone
