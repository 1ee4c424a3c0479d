// SPDX-License-Identifier: Apache-2.0
/// What the service knows of a project: one revision, loaded once and never changed, so that threads share it
/// without locks. It may be filled by hand: nothing here needs a database.
#pragma once

#include "cli/service/strip.hpp"
#include "gis/base/as_of.hpp"
#include "gis/boundaries/boundary.hpp"
#include "gis/burials/located.hpp"
#include "gis/divisions/division.hpp"
#include "gis/geometry/area.hpp"
#include "gis/hazards/exposure.hpp"
#include "gis/indicators/figures.hpp"
#include "gis/law/wording.hpp"
#include "gis/names/place.hpp"
#include "gis/territory/locate.hpp"
#include "gis/territory/viewpoints.hpp"
#include "tiles/vector/disputes.hpp"
#include "tiles/vector/site.hpp"

#include <array>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace merestone {

enum class Audience;

/// Where a division lies on the atlas's day, what lies in it, and a colour that its neighbours do not have.
struct Ground {
  Box box;
  double area_m2 = 0;  ///< geodesic, on the ellipsoid
  std::uint8_t tint = 0;  ///< below tint_count (tints.hpp)
  std::vector<Exposure> exposure{};         ///< to hazards
  std::vector<FacilityTally> facilities{};  ///< for burials
};

/// Things of one kind that the map shows: hazard zones of a severity, burial facilities.
struct KindCount {
  std::string kind;
  int severity = 0;  ///< 0 where the kind has none
  std::int64_t count = 0;
};

/// Ground that several divisions would hold, in one dispute, between the same holders.
struct ContestedPlot {
  DisputeId dispute;  ///< no id where none is known
  Holders holders;
  std::vector<DivisionId> claimants;  ///< none: no party claims it
  Box box;
  double area_m2 = 0;
};

/// A division's ground where a view has other ground for it than things are on the ground.
struct SeenGround {
  Box box;
  double area_m2 = 0;       ///< that nobody else would hold
  double contested_m2 = 0;  ///< that others would hold too: in a neutral view alone
};

struct Atlas {
  std::string title;
  AsOf as_of;              ///< the day that is shown unless a request names another
  std::string audit_head;
  DivisionFacts facts;     ///< of all days
  std::vector<NamedPlace> places;
  std::unordered_map<std::int64_t, std::string> place_classes;  ///< of places by number: "cn-18521:22200"; a tab between several
  std::map<std::pair<std::int64_t, std::string>, std::string> place_readings;  ///< of names that somebody gave, by place and text
  std::vector<DivisionId> place_holders;  ///< of each place the finest division that holds it; no id where none does
  std::vector<Document> documents;
  std::vector<KindCount> hazards;
  std::vector<KindCount> facilities;
  std::vector<KindCount> monuments;  ///< by how they stand
  std::array<std::vector<KindCount>, site_layers.size()> sites;  ///< by kind, of each layer but `facilities`
  std::vector<std::pair<std::string, Wording>> kind_words;  ///< what the law calls kinds of divisions
  std::vector<std::pair<Level, Wording>> level_words;       ///< and their levels
  std::vector<std::string> sources;  ///< that hazard zones and facilities name, each once
  IndicatorRecord indicators;        ///< figures by division and year
  bool disputed = false;             ///< some ground has more than one claimant
  Box extent;
  Box home;                          ///< where nearly all of it lies: the extent without a few divisions far away
  std::unordered_map<DivisionId, Ground> ground;
  /// Who holds a position; called from several threads at once. Empty: nobody can say.
  std::function<LocateResult(Position, const AsOf&, const Viewpoint&)> locate;

  // Of disputes on the atlas's day; all empty where nothing is claimed.
  Viewpoint viewpoint = Neutral{};          ///< that is shown unless a request names another
  Opinions opinions;
  std::vector<TileDispute> disputes;        ///< how to call them; those that are on record
  std::vector<ContestedPlot> contested;
  std::function<std::optional<std::size_t>(Position)> contested_at;  ///< index into `contested`
  struct View {
    Viewpoint viewpoint;
    std::unordered_map<DivisionId, SeenGround> ground;  ///< of divisions that have other ground in it
  };
  std::vector<View> views;

  // Lines tried by a mediator: where the map is for the office.
  std::vector<TrialCase> trials;  ///< cases with contested ground
  /// What Strips::strip() says; called from several threads at once. Empty where there is none.
  std::function<std::shared_ptr<const Strip>(const std::string& number, const std::string& between, std::size_t which)> strip;
};

/// Reads the project at `location`. @throws what `Project::open` does.
/// @param viewpoint to show unless a request names another. @throws also what viewpoint_of() does
Atlas load_atlas(const std::string& location, Date day, Audience audience, const std::string& viewpoint = "neutral");

}  // namespace merestone
