// SPDX-License-Identifier: Apache-2.0
#include "tiles/vector/prepared.hpp"

#include "gis/base/parallel.hpp"
#include "gis/mesh/faces.hpp"
#include "gis/mesh/simplify.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <unordered_map>

namespace merestone {
namespace {

bool on_edge_of_world(std::span<const Position> path) {
  return std::all_of(path.begin(), path.end(), [](Position p) { return std::abs(p.lon) == antimeridian; });
}

/// The superiors of several divisions at a level, each once.
Holders superiors(const Holders& holders, const DivisionRegister& divisions, Level level) {
  Holders found;
  for (const DivisionId id : holders) {
    const DivisionId superior = divisions.at_level(id, level);
    if (superior.value != 0) found.push_back(superior);
  }
  std::sort(found.begin(), found.end());
  found.erase(std::unique(found.begin(), found.end()), found.end());
  return found;
}

/// Values of the themes of one level as attributes. Ground in dispute between several has none.
class ThemeTags {
 public:
  ThemeTags(std::span<const TileTheme> themes, Level level, Vocabulary& words) : words_{words} {
    for (const TileTheme& theme : themes) {
      if (theme.level != level) continue;
      Theme& made = themes_.emplace_back();
      made.value = words.key(theme.name);
      made.in_class = words.key(theme.name + "_class");
      for (const TileTheme::Value& value : theme.values) made.values.emplace(value.division, &value);
    }
  }
  void add(const Holders& unit, std::vector<Tag>& tags) const {
    if (unit.size() != 1) return;
    for (const Theme& theme : themes_) {
      const auto found = theme.values.find(unit.front());
      if (found == theme.values.end()) continue;
      tags.push_back({theme.value, words_.real(found->second->value)});
      tags.push_back({theme.in_class, words_.number(found->second->in_class)});
    }
  }
  bool has(std::uint32_t key) const {
    return std::any_of(themes_.begin(), themes_.end(), [&](const Theme& t) { return t.value == key || t.in_class == key; });
  }

 private:
  struct Theme {
    std::uint32_t value = 0, in_class = 0;
    std::unordered_map<DivisionId, const TileTheme::Value*> values;
  };
  Vocabulary& words_;
  std::vector<Theme> themes_;
};

/// Half the units are at least this many plane units across.
double middling_width(const std::vector<LabelPoint>& labels) {
  std::vector<double> reaches;
  for (const LabelPoint& label : labels) {
    if (label.reach > 0) reaches.push_back(2 * label.reach);
  }
  if (reaches.empty()) return 0;
  const auto middle = reaches.begin() + static_cast<std::ptrdiff_t>(reaches.size() / 2);
  std::nth_element(reaches.begin(), middle, reaches.end());
  return *middle;
}

/// Numbers ground of nobody that others enclose, piece by piece; what lies outside stays nobody's.
/// @returns one more than the last number
UnitIndex number_holes(Mesh& mesh, UnitIndex first) {
  Mesh coast;
  std::vector<std::uint32_t> used;
  for (std::uint32_t i = 0; i < mesh.arcs.size(); ++i) {
    const Arc& arc = mesh.arcs[i];
    if ((arc.left == nobody) == (arc.right == nobody)) continue;
    coast.add(mesh.path(arc), arc.left == nobody ? nobody : 0, arc.right == nobody ? nobody : 0);
    used.push_back(i);
  }
  UnitIndex next = first;
  for (const Face& face : trace_faces(coast)) {
    if (face.unit != nobody) continue;
    const auto number = [&](const Cycle& cycle) {
      for (const Side side : cycle.sides) {
        Arc& arc = mesh.arcs[used[side.arc]];
        (side.forward ? arc.left : arc.right) = next;
      }
    };
    number(face.outer);
    for (const Cycle& island : face.holes) number(island);
    ++next;
  }
  return next;
}

}  // namespace

std::vector<const LevelView*> highest_first(std::span<const LevelView> views) {
  std::vector<const LevelView*> order;
  for (const LevelView& view : views) order.push_back(&view);
  std::sort(order.begin(), order.end(), [](const LevelView* a, const LevelView* b) { return a->level < b->level; });
  return order;
}

std::string joined(const Holders& holders, const DivisionRegister& divisions, std::string DivisionState::* part,
                   const char* between) {
  std::string text;
  for (const DivisionId id : holders) {
    const DivisionState* state = divisions.find(id);
    if (state == nullptr || (state->*part).empty()) continue;
    if (!text.empty()) text += between;
    text += state->*part;
  }
  return text;
}

TileGrid grid_of(const TileOptions& options, int zoom) {
  const int bits = zoom == options.max_zoom ? options.detail : options.lower_detail;
  return {zoom, bits, static_cast<int>(std::lround(std::ldexp(options.buffer_px, bits - 9)))};
}

float tolerance_of(const TileOptions& options, int zoom) {
  const double pixels = zoom == options.max_zoom ? options.tolerance_px : options.lower_tolerance_px;
  return static_cast<float>(std::ldexp(pixels, pixel_shift(zoom)));
}

Prepared::Prepared(const TileContents& contents, const TileOptions& options) {
  prepare_ground(contents, options);
  prepare_levels(contents);
  const auto describe = [&] {
    describe_levels(contents);
    prepare_lines(contents);
    prepare_disputes(contents);
    line_ids_from = options.max_zoom;
    prepare_zones(contents, options);
  };
  parallel_for(2, 1, [&](std::size_t work, std::size_t) { work == 0 ? describe() : place_labels(contents, options); });
  prepare_points(contents, options);
}

void Prepared::prepare_ground(const TileContents& contents, const TileOptions& options) {
  const Territory& territory = contents.territory;
  const auto views = highest_first(contents.views);
  contested_ = contested_ground(territory, contents.claims, contents.divisions);
  units = static_cast<UnitIndex>(territory.holders.size() + contested_.pieces.size());
  const auto holder = [&](UnitIndex unit) {
    return unit < territory.holders.size() || unit == nobody ? unit
                                                             : contested_.pieces[unit - territory.holders.size()].holder;
  };
  const auto unit_at = [&](const LevelView& view, UnitIndex unit) {
    return unit == nobody ? nobody : view.unit_of[holder(unit)];
  };
  std::vector<bool> wanted(contested_.arcs.size());
  std::vector<std::uint8_t> divides(contested_.arcs.size(), divides_nothing);
  for (std::size_t i = 0; i < contested_.arcs.size(); ++i) {
    const Arc& arc = contested_.arcs[i];
    for (std::size_t level = 0; level < views.size() && divides[i] == divides_nothing; ++level) {
      if (unit_at(*views[level], arc.left) != unit_at(*views[level], arc.right)) divides[i] = static_cast<std::uint8_t>(level);
    }
    if (divides[i] == divides_nothing && contested_.claimed[i] && !views.empty()) {
      divides[i] = static_cast<std::uint8_t>(views.size() - 1);  // drawn though both sides have the same holders
    }
    wanted[i] = divides[i] != divides_nothing || arc.left != arc.right || on_edge_of_world(territory.mesh.path(i));
  }
  if (contested_.pieces.empty()) {
    ground = make_plane(territory.mesh, wanted, grid_of(options, options.max_zoom));
  } else {
    ground = make_plane({territory.mesh.positions, contested_.arcs}, wanted, grid_of(options, options.max_zoom));
  }
  for (const std::uint32_t source : ground.source) rank.push_back(divides[source]);
  units_and_holes = number_holes(ground.mesh, units);
  ground_tolerances = tolerances(ground.mesh);
}

void Prepared::prepare_levels(const TileContents& contents) {
  for (const LevelView* view : highest_first(contents.views)) {
    DivisionLevel& level = levels.emplace_back();
    level.unit_of.assign(view->unit_of.begin(), view->unit_of.end());
    for (const ContestedGround::Piece& piece : contested_.pieces) level.unit_of.push_back(view->unit_of[piece.holder]);
    level.unit_of.resize(units_and_holes, nobody);
  }
}

void Prepared::describe_levels(const TileContents& contents) {
  const DivisionRegister& divisions = contents.divisions;
  const auto views = highest_first(contents.views);
  for (const LevelView* view : views) {  // codes first, in one block: layers that use them repeat it
    words.number(view->level);
    for (const Holders& unit : view->units) words.text(joined(unit, divisions, &DivisionState::code, ","));
  }
  for (std::size_t at = 0; at < views.size(); ++at) {
    const LevelView* view = views[at];
    DivisionLevel& level = levels[at];
    const std::uint32_t key_level = words.key("level");
    const std::uint32_t key_code = words.key("code");
    const std::uint32_t key_name = words.key("name");
    const std::uint32_t key_kind = words.key("kind");
    const std::uint32_t key_disputed = words.key("disputed");
    const std::uint32_t number_level = words.number(view->level);
    const std::uint32_t yes = words.number(1);
    std::vector<std::uint32_t> key_upper;
    for (const LevelView* upper : views) key_upper.push_back(words.key("level_" + std::to_string(upper->level)));
    const ThemeTags themes{contents.themes, view->level, words};
    std::vector<Tag> tags;
    for (const Holders& unit : view->units) {
      tags = {{key_level, number_level}};
      const auto add = [&](std::uint32_t key, const std::string& text) {
        if (!text.empty()) tags.push_back({key, words.text(text)});
      };
      if (unit.size() > 1) tags.push_back({key_disputed, yes});
      if (unit.size() == 1) add(key_kind, joined(unit, divisions, &DivisionState::kind, ""));
      for (std::size_t i = 0; i < views.size() && views[i]->level < view->level; ++i) {
        add(key_upper[i], joined(superiors(unit, divisions, views[i]->level), divisions, &DivisionState::code, ","));
      }
      add(key_code, joined(unit, divisions, &DivisionState::code, ","));
      add(key_name, joined(unit, divisions, &DivisionState::name, " / "));
      themes.add(unit, tags);
      level.attributes.add(tags);
      std::erase_if(tags, [&](const Tag& tag) { return tag.key != key_level && tag.key != key_code && !themes.has(tag.key); });
      level.brief.add(tags);
      level.ids.push_back(unit.size() == 1 ? feature_id(unit.front().value) : 0);
    }
  }
}

void Prepared::place_labels(const TileContents& contents, const TileOptions& options) {
  const auto views = highest_first(contents.views);
  for (std::size_t at = 0; at < views.size(); ++at) {
    DivisionLevel& level = levels[at];
    level.labels = label_points(ground.mesh, ground_tolerances, level.unit_of, views[at]->units.size());
    const double width = middling_width(level.labels);
    const auto first_zoom = [&](double pixels) {
      int zoom = options.min_zoom;
      while (zoom < options.max_zoom && std::ldexp(width, -pixel_shift(zoom)) < pixels) ++zoom;
      return zoom;
    };
    const bool finest = at + 1 == views.size();
    level.lines_from = first_zoom(finest ? options.finest_lines_from_px : options.lines_from_px);
    level.full_from = first_zoom(options.names_from_px);
  }
}

}  // namespace merestone
