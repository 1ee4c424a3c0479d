// SPDX-License-Identifier: Apache-2.0
#include "tiles/vector/tileset.hpp"

#include "gis/base/error.hpp"
#include "gis/base/parallel.hpp"
#include "tiles/vector/tile_maker.hpp"

#include <algorithm>
#include <cmath>
#include <memory>
#include <mutex>
#include <optional>

namespace merestone {
namespace {

void check(const TileOptions& options) {
  const bool good = options.min_zoom >= 0 && options.min_zoom <= options.max_zoom && options.max_zoom <= deepest_zoom &&
                    options.lower_detail >= 9 && options.lower_detail <= options.detail && options.detail <= 14 &&
                    options.max_zoom + options.detail <= most_zoom_and_bits && options.buffer_px >= 0 &&
                    options.buffer_px <= 128 && options.tolerance_px >= 0 && options.lower_tolerance_px >= 0;
  if (!good) {
    throw Error{Fault::invalid, "tile options out of range",
                {{.rule = "tiles.bad_options",
                  .facts = {{"min_zoom", std::to_string(options.min_zoom)},
                            {"max_zoom", std::to_string(options.max_zoom)},
                            {"deepest", std::to_string(std::min(deepest_zoom, most_zoom_and_bits - options.detail))}}}}};
  }
}

void run(std::size_t count, const TileOptions& options, const std::function<void(std::size_t, std::size_t)>& work) {
  if (options.threads == 1) {
    for (std::size_t i = 0; i < count; ++i) work(i, i + 1);
  } else {
    parallel_for(count, 1, work);
  }
}

/// All tiles of one zoom, with the lists that their plans point into.
struct ZoomPlan {
  ZoomCuts cuts;
  std::vector<std::uint32_t> points;
  std::vector<std::uint64_t> anchors;
  std::vector<TilePlan> tiles;
};

template <class Item>
std::span<const Item> take(std::span<const Item>& from, std::uint64_t tile) {
  std::size_t count = 0;
  while (count < from.size() && from[count].tile == tile) ++count;
  const auto taken = from.first(count);
  from = from.subspan(count);
  return taken;
}

std::uint64_t tile_at(Position p, int zoom) {
  const int shift = world_bits - zoom;
  const std::int64_t last = (std::int64_t{1} << zoom) - 1;
  const auto index = [&](std::int64_t v) {
    return static_cast<std::uint32_t>(std::clamp<std::int64_t>((v + half_world) >> shift, 0, last));
  };
  return tile_id({zoom, index(p.lon), index(p.lat)});
}

struct Located {
  std::uint64_t tile;
  std::uint64_t item;
  friend auto operator<=>(const Located&, const Located&) = default;
};

void plan_tiles(const Prepared& prepared, const std::vector<std::uint64_t>* only, ZoomPlan& zoom) {
  std::vector<Located> points;
  std::vector<Located> anchors;
  for (std::size_t i = 0; i < prepared.points.size(); ++i) {
    const PointFeature& point = prepared.points[i];
    if (point.from_zoom <= zoom.cuts.grid.zoom) points.push_back({tile_at(point.at, zoom.cuts.grid.zoom), i});
  }
  for (std::size_t level = 0; level <= prepared.levels.size(); ++level) {  // contested ground comes after all levels
    const bool contested = level == prepared.levels.size();
    const std::vector<LabelPoint>& labels = contested ? prepared.dispute_labels : prepared.levels[level].labels;
    for (std::size_t unit = 0; unit < labels.size(); ++unit) {
      if (labels[unit].reach > 0) anchors.push_back({tile_at(labels[unit].at, zoom.cuts.grid.zoom), level << 32 | unit});
    }
  }
  std::sort(points.begin(), points.end());
  std::sort(anchors.begin(), anchors.end());
  for (const Located& point : points) zoom.points.push_back(static_cast<std::uint32_t>(point.item));
  for (const Located& anchor : anchors) zoom.anchors.push_back(anchor.item);

  std::span<const Run> runs{zoom.cuts.ground.runs};
  std::span<const Middle> middles{zoom.cuts.ground.middles};
  std::span<const Run> zone_runs{zoom.cuts.zones.runs};
  std::span<const Middle> zone_middles{zoom.cuts.zones.middles};
  std::span<const Located> left_points{points};
  std::span<const Located> left_anchors{anchors};
  for (;;) {
    std::optional<std::uint64_t> next;
    const auto look = [&](const auto& list) {
      if (!list.empty() && (!next || list.front().tile < *next)) next = list.front().tile;
    };
    look(runs);
    look(middles);
    look(zone_runs);
    look(zone_middles);
    look(left_points);
    look(left_anchors);
    if (!next) return;
    TilePlan plan;
    plan.address = tile_address(*next);
    const std::size_t first_point = points.size() - left_points.size();
    const std::size_t first_anchor = anchors.size() - left_anchors.size();
    plan.ground_runs = take(runs, *next);
    const auto middle = take(middles, *next);
    if (!middle.empty()) plan.owner = middle.front().owner;
    plan.zone_runs = take(zone_runs, *next);
    plan.zone_middles = take(zone_middles, *next);
    plan.points = {zoom.points.data() + first_point, take(left_points, *next).size()};
    plan.anchors = {zoom.anchors.data() + first_anchor, take(left_anchors, *next).size()};
    if (only == nullptr || std::binary_search(only->begin(), only->end(), *next)) zoom.tiles.push_back(plan);
  }
}

std::vector<ZoomPlan> plan_zooms(const Prepared& prepared, const TileOptions& options, const std::vector<int>& zooms,
                                 const std::vector<std::uint64_t>* only) {
  std::vector<ZoomPlan> plans(zooms.size());
  run(zooms.size(), options, [&](std::size_t begin, std::size_t) {
    const std::size_t i = zooms.size() - 1 - begin;  // the finest has most to do and goes first
    const int zoom = zooms[i];
    CutOptions cut{grid_of(options, zoom), tolerance_of(options, zoom), false, prepared.units};
    plans[i].cuts.grid = cut.grid;
    plans[i].cuts.ground = cut_zoom(prepared.ground.mesh, prepared.ground_tolerances, cut);
    cut.apart = true;
    cut.units = nobody;
    plans[i].cuts.zones = cut_zoom(prepared.zones.mesh, prepared.zone_tolerances, cut);
    plan_tiles(prepared, only, plans[i]);
  });
  return plans;
}

/// Makers of which each thread takes one at a time.
class MakerPool {
 public:
  explicit MakerPool(const Prepared& prepared) : prepared_{prepared} {}

  void make(const ZoomCuts& cuts, const TilePlan& plan, TileMaker::Made& made) {
    std::unique_ptr<TileMaker> maker = take_one();
    maker->make(cuts, plan, made);
    const std::lock_guard lock{guard_};
    idle_.push_back(std::move(maker));
  }

 private:
  std::unique_ptr<TileMaker> take_one() {
    const std::lock_guard lock{guard_};
    if (idle_.empty()) return std::make_unique<TileMaker>(prepared_);
    std::unique_ptr<TileMaker> maker = std::move(idle_.back());
    idle_.pop_back();
    return maker;
  }
  const Prepared& prepared_;
  std::mutex guard_;
  std::vector<std::unique_ptr<TileMaker>> idle_;
};

/// Makes the tiles of all plans on all processors and hands them on in order.
void make_in_order(const Prepared& prepared, const TileOptions& options, const std::vector<ZoomPlan>& plans,
                   const std::function<void(const TilePlan&, const TileMaker::Made&)>& hand_on) {
  std::vector<std::pair<const ZoomPlan*, const TilePlan*>> tiles;
  for (const ZoomPlan& zoom : plans) {
    for (const TilePlan& tile : zoom.tiles) tiles.push_back({&zoom, &tile});
  }
  MakerPool pool{prepared};
  std::vector<std::optional<TileMaker::Made>> ready(tiles.size());
  std::size_t next = 0;
  std::mutex guard;
  run(tiles.size(), options, [&](std::size_t i, std::size_t) {
    TileMaker::Made made;
    pool.make(tiles[i].first->cuts, *tiles[i].second, made);
    const std::lock_guard lock{guard};
    ready[i] = std::move(made);
    for (; next < ready.size() && ready[next]; ++next) {
      hand_on(*tiles[next].second, *ready[next]);
      ready[next] = TileMaker::Made{};
    }
  });
}

}  // namespace

TileReport make_tiles(const TileContents& contents, const TileOptions& options, ArchiveWriter& archive,
                      const Progress& progress) {
  check(options);
  if (progress) progress("preparing tiles", 0, 0);
  Prepared prepared{contents, options};
  std::vector<int> zooms;
  TileReport report;
  for (int zoom = options.min_zoom; zoom <= options.max_zoom; ++zoom) {
    zooms.push_back(zoom);
    report.zooms.push_back({.zoom = zoom});
  }
  const std::vector<ZoomPlan> plans = plan_zooms(prepared, options, zooms, nullptr);
  std::uint64_t total = 0;
  for (const ZoomPlan& plan : plans) total += plan.tiles.size();
  std::uint64_t done = 0;
  make_in_order(prepared, options, plans, [&](const TilePlan& tile, const TileMaker::Made& made) {
    ++done;
    if (progress && (done % 64 == 0 || done == total)) progress("tiles", done, total);
    if (made.bytes.empty()) return;
    archive.add(tile.address, made.bytes);
    TileReport::Zoom& zoom = report.zooms[static_cast<std::size_t>(tile.address.zoom - options.min_zoom)];
    ++zoom.tiles;
    zoom.bytes += made.bytes.size();
    zoom.largest = std::max<std::uint64_t>(zoom.largest, made.bytes.size());
    zoom.divisions_as_points += made.divisions_as_points;
  });
  report.findings = std::move(prepared.findings);
  return report;
}

std::vector<MadeTile> make_tiles_at(const TileContents& contents, const TileOptions& options,
                                    std::span<const TileAddress> addresses) {
  check(options);
  const Prepared prepared{contents, options};
  std::vector<int> zooms;
  std::vector<std::uint64_t> wanted;
  for (const TileAddress& address : addresses) {
    if (address.zoom < options.min_zoom || address.zoom > options.max_zoom) continue;
    zooms.push_back(address.zoom);
    wanted.push_back(tile_id(address));
  }
  for (auto* list : {&wanted}) std::sort(list->begin(), list->end());
  std::sort(zooms.begin(), zooms.end());
  zooms.erase(std::unique(zooms.begin(), zooms.end()), zooms.end());
  const std::vector<ZoomPlan> plans = plan_zooms(prepared, options, zooms, &wanted);
  std::vector<MadeTile> made;
  for (const TileAddress& address : addresses) made.push_back({address, {}});
  make_in_order(prepared, options, plans, [&](const TilePlan& tile, const TileMaker::Made& one) {
    for (MadeTile& slot : made) {
      if (slot.address == tile.address) slot.bytes = one.bytes;
    }
  });
  return made;
}

class LiveTiles::Zooms {
 public:
  Zooms(const TileContents& contents, const TileOptions& options)
      : options_{options}, prepared_{contents, options}, pool_{prepared_},
        plans_(static_cast<std::size_t>(options.max_zoom - options.min_zoom + 1)) {}

  std::string tile(TileAddress address) {
    if (address.zoom < options_.min_zoom || address.zoom > options_.max_zoom) return {};
    const ZoomPlan& plan = plan_of(address.zoom);
    const std::uint64_t wanted = tile_id(address);
    const auto at = std::lower_bound(plan.tiles.begin(), plan.tiles.end(), wanted,
                                     [](const TilePlan& tile, std::uint64_t id) { return tile_id(tile.address) < id; });
    if (at == plan.tiles.end() || at->address != address) return {};
    TileMaker::Made made;
    pool_.make(plan.cuts, *at, made);
    return std::move(made.bytes);
  }

 private:
  const ZoomPlan& plan_of(int zoom) {
    const std::lock_guard lock{guard_};
    auto& plan = plans_[static_cast<std::size_t>(zoom - options_.min_zoom)];
    if (!plan) plan = std::make_unique<std::vector<ZoomPlan>>(plan_zooms(prepared_, options_, {zoom}, nullptr));
    return plan->front();
  }

  const TileOptions options_;
  const Prepared prepared_;
  MakerPool pool_;
  std::mutex guard_;
  std::vector<std::unique_ptr<std::vector<ZoomPlan>>> plans_;
};

LiveTiles::LiveTiles(const TileContents& contents, const TileOptions& options) {
  check(options);
  zooms_ = std::make_unique<Zooms>(contents, options);
}
LiveTiles::~LiveTiles() = default;

std::string LiveTiles::tile(TileAddress address) const { return zooms_->tile(address); }

ArchiveFacts facts_of(const TileContents& contents, const TileOptions& options) {
  ArchiveFacts facts;
  facts.min_zoom = options.min_zoom;
  facts.max_zoom = options.max_zoom;
  facts.bounds = box_of(contents.territory.mesh.positions);
  for (const HazardZone& zone : contents.hazards) facts.bounds.add(box_of(zone.shape));
  for (const TileSite& site : contents.sites) facts.bounds.add(site.position);
  for (const TileMonument& monument : contents.monuments) facts.bounds.add(monument.position);
  for (const NamedPlace& place : contents.places) {
    if (place.position) facts.bounds.add(*place.position);
  }
  using Fields = std::vector<std::pair<std::string, std::string>>;
  const auto layer = [&](const char* name, Fields fields) {
    facts.layers.push_back({name, options.min_zoom, options.max_zoom, std::move(fields)});
  };
  Fields divisions{{"level", "Number"}, {"code", "String"}, {"name", "String"}, {"disputed", "Number"}};
  if (!contents.views.empty()) {
    layer("labels", {{"level", "Number"}, {"name", "String"}, {"disputed", "Number"}});
    divisions.push_back({"kind", "String"});
    std::vector<Level> levels;
    for (const LevelView& view : contents.views) levels.push_back(view.level);
    std::sort(levels.begin(), levels.end());
    levels.pop_back();
    for (const Level level : levels) divisions.push_back({"level_" + std::to_string(level), "String"});
    for (const TileTheme& theme : contents.themes) {
      for (const char* end : {"", "_class"}) divisions.push_back({theme.name + end, "Number"});
    }
    layer("divisions", divisions);
    Fields lines{{"admin_level", "Number"}, {"left", "String"}, {"right", "String"}, {"outer", "Number"},
                 {"name", "String"}, {"line", "Number"}, {"disputed", "Number"}, {"status", "String"}};
    if (!contents.claims.empty()) {
      for (const char* number : {"dispute", "claim", "party"}) lines.push_back({number, "Number"});
      for (const char* text : {"claimed_by", "accepted_by", "disputed_by"}) lines.push_back({text, "String"});
    }
    layer("boundaries", lines);
  }
  const auto contested = [](const Holders& holders) { return holders.size() > 1; };
  if (std::any_of(contents.territory.holders.begin(), contents.territory.holders.end(), contested)) {
    layer("disputes", {{"dispute", "Number"}, {"name", "String"}, {"status", "String"}, {"claimed_by", "String"},
                       {"claimants", "String"}});
  }
  if (!contents.places.empty()) layer("places", {{"name", "String"}, {"type", "String"}});
  if (!contents.hazards.empty()) {
    layer("hazards", {{"kind", "String"}, {"severity", "Number"}, {"name", "String"}, {"source", "String"}});
  }
  for (std::size_t i = 0; i < site_layers.size(); ++i) {
    const auto of_layer = [i](const TileSite& site) { return site.layer == SiteLayer{static_cast<std::uint8_t>(i)}; };
    if (std::none_of(contents.sites.begin(), contents.sites.end(), of_layer)) continue;
    layer(site_layers[i].data(), {{"kind", "String"}, {"name", "String"}, {"status", "String"}, {"count", "Number"}, {"capacity", "Number"},
                                  {"used", "Number"}, {"source", "String"}});
  }
  if (!contents.monuments.empty()) {
    layer("monuments", {{"number", "String"}, {"kind", "String"}, {"status", "String"}});
  }
  return facts;
}

}  // namespace merestone
