// SPDX-License-Identifier: Apache-2.0
/// Graves and planned cemeteries against rules of siting (domain.md §5.2): which zones are hit, how far each feature is,
/// what is seen from where.
#pragma once

#include "gis/burials/siting_choice.hpp"
#include "gis/burials/siting_layers.hpp"
#include "gis/terrain/viewshed.hpp"

#include <optional>
#include <span>
#include <vector>

namespace merestone {

enum class SitingVerdict {
  kept,
  broken,    ///< inside, nearer than allowed, or seen
  to_judge,  ///< near, and the text names no distance: a person judges
  unknown,   ///< heights are missing where the rule needs them
};

/// What one rule says of one place. Told where the rule is not simply kept, or nearly broken.
struct SitingHit {
  static constexpr std::uint32_t no_feature = 0xFFFFFFFFU;

  std::uint32_t rule = 0;               ///< index into the rules asked
  SitingVerdict verdict = SitingVerdict::kept;
  bool in_doubt = false;                ///< |distance − limit| is below the accuracy of place and feature together
  double margin_m = Nearness::far_m;    ///< to the nearest feature, negative inside; infinite when none is near
  std::uint32_t feature = no_feature;   ///< index into SitingLayers::features()
  Sightings sight{};                    ///< of a visible rule
  double seen_share = 0;                ///< of a site's places that are seen; 0 or 1 for a position
};

/// Where a grave lies, and how well that is known.
struct SitedPosition {
  Position position;
  double accuracy_m = 0;  ///< one standard deviation; 0 when not known: nothing is then in doubt
};

struct ViewOptions {
  double step_m = 50;        ///< between places on a road from which is looked
  double refraction = 0.13;  ///< as in ViewRules
};

/// Rules over layers. Keeps references to both, and to the heights; these may be null, and visible rules are then unknown.
class SitingCheck {
 public:
  SitingCheck(const SitingLayers& layers, std::vector<ChosenRule> rules, const Terrain* heights = nullptr,
              const ViewOptions& view = {});

  const std::vector<ChosenRule>& rules() const { return rules_; }
  const SitingLayers& layers() const { return layers_; }
  const ViewOptions& view() const { return view_; }

  /// What keeps rules from being judged: siting.no_layer for a class of which nothing is on record, siting.no_heights.
  std::vector<Finding> gaps() const;

  /// Hits of each place, by rule. On all processors; the result does not depend on their number.
  std::vector<std::vector<SitingHit>> judge(std::span<const SitedPosition> places) const;
  std::vector<SitingHit> judge(const SitedPosition& place) const { return judge(std::span{&place, 1}).front(); }

  /// A planned ground. "Inside" means that the two share ground; borders that touch do not count. Distances are those of the
  /// nearest places of the two, or of the deepest place looked at, of its corners and a raster of at most 400 inside it.
  /// @throws Error invalid siting.empty_site for a shape without ground.
  std::vector<SitingHit> judge(const MultiPolygon& site, double accuracy_m) const;

 private:
  struct Nearest {
    double margin_m = Nearness::far_m;
    std::uint32_t feature = SitingHit::no_feature;
    Position at{};
    bool inside = false;
  };

  struct Kind {
    const SitingLayers::Layer* layer;
    double reach_m;                ///< of the rules that speak of it
    double accuracy_m;             ///< the worst of its features
    std::vector<std::size_t> rules;
  };

  double reach_m(std::size_t rule) const;
  Nearest as_nearest(const SitingLayers::Layer& layer, const Nearness& near) const;
  /// Places one after the other lie near each other.
  void judge_chunk(std::span<const SitedPosition> places, std::span<std::vector<SitingHit>> hits) const;
  std::optional<SitingHit> weigh(std::size_t rule, Nearest nearest, Position place, double accuracy_m) const;
  bool slope_applies(const SitingRule& rule, Position place, const Nearest& nearest, bool& unknown) const;
  std::vector<Position> observers(const SitingRule& rule, const Box& around) const;
  std::vector<Sightings> look(const SitingRule& rule, std::span<const Position> targets) const;
  SitingHit seen_hit(std::size_t rule, const Nearest& nearest, double accuracy_m) const;
  Nearest nearest_to(const MultiPolygon& site, std::span<const Position> places, const Kind& kind, double within_m) const;

  const SitingLayers& layers_;
  std::vector<ChosenRule> rules_;
  std::vector<Kind> kinds_;        ///< classes that rules speak of and the layers have
  const Terrain* heights_;
  ViewOptions view_;
};

}  // namespace merestone
