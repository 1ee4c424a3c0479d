// SPDX-License-Identifier: Apache-2.0
#include "tiles/vector/prepared.hpp"

#include "gis/base/error.hpp"
#include "gis/base/parallel.hpp"
#include "gis/mesh/simplify.hpp"

#include <algorithm>
#include <cmath>
#include <unordered_set>

namespace merestone {
namespace {

/// Below the last zoom, squares of 2^this many pixels show one point of a layer each.
constexpr int place_square_bits = 5;
constexpr int site_square_bits = 4;

/// The first zoom to show each point at, such that early ones win where there is room for one only; all of them
/// at the last zoom.
std::vector<int> first_zooms(const std::vector<Position>& points, int square_bits, const TileOptions& options) {
  std::vector<int> from(points.size(), options.max_zoom);
  for (int zoom = options.max_zoom - 1; zoom >= options.min_zoom; --zoom) {
    const int shift = pixel_shift(zoom) + square_bits;
    std::unordered_set<std::uint64_t> taken;
    for (std::size_t i = 0; i < points.size(); ++i) {
      if (from[i] != zoom + 1) continue;  // what has no room at a zoom has none further out
      const auto column = static_cast<std::uint64_t>((points[i].lon + 2 * half_world) >> shift);
      const auto row = static_cast<std::uint64_t>((points[i].lat + 4 * half_world) >> shift);
      if (taken.insert(column << 32 | row).second) from[i] = zoom;
    }
  }
  return from;
}

/// Closed arcs, the zone on their left.
Mesh outline_of(const HazardZone& zone) {
  Mesh mesh;
  Polyline path;
  const auto add = [&](const Ring& ring) {
    path.assign(ring.begin(), ring.end());
    path.push_back(ring.front());
    mesh.add(path, 0, nobody);
  };
  for (const Polygon& polygon : zone.shape) {
    add(polygon.outer);
    for (const Ring& hole : polygon.holes) add(hole);
  }
  return mesh;
}

}  // namespace

void Prepared::prepare_zones(const TileContents& contents, const TileOptions& options) {
  const TileGrid finest = grid_of(options, options.max_zoom);
  std::vector<Plane> planes(contents.hazards.size());
  std::vector<char> left_out(contents.hazards.size(), 0);
  parallel_for(planes.size(), 64, [&](std::size_t begin, std::size_t end) {
    for (std::size_t i = begin; i < end; ++i) {
      const Mesh outline = outline_of(contents.hazards[i]);
      try {
        planes[i] = make_plane(outline, std::vector<bool>(outline.arcs.size(), true), finest);
      } catch (const Error&) {
        left_out[i] = 1;
      }
    }
  });
  std::vector<Tag> tags;
  for (std::uint32_t i = 0; i < planes.size(); ++i) {
    const HazardZone& zone = contents.hazards[i];
    for (const Arc& arc : planes[i].mesh.arcs) {
      zones.mesh.add(planes[i].mesh.path(arc), arc.left == nobody ? nobody : i, arc.right == nobody ? nobody : i);
      zones.source.push_back(i);
    }
    if (left_out[i]) {
      findings.push_back({.rule = "tiles.zone_left_out",
                          .severity = Severity::warning,
                          .subject = {.file = {}, .record = zone.local_id, .field = {}},
                          .facts = {{"kind", zone.kind}, {"name", zone.name}}});
    }
    tags = {{words.key("kind"), words.text(zone.kind)}, {words.key("severity"), words.number(zone.severity)}};
    if (!zone.name.empty()) tags.push_back({words.key("name"), words.text(zone.name)});
    if (!zone.source.empty()) tags.push_back({words.key("source"), words.text(zone.source)});
    zone_attributes.add(tags);
    zone_ids.push_back(feature_id(zone.id.value));
  }
  zone_tolerances = tolerances(zones.mesh);
}

void Prepared::add_point(Position at, PointLayer layer, int from, std::int64_t id, std::span<const Tag> tags) {
  points.push_back({at, layer, from, feature_id(id), static_cast<std::uint32_t>(point_attributes.first.size() - 1)});
  point_attributes.add(tags);
}

void Prepared::prepare_points(const TileContents& contents, const TileOptions& options) {
  std::vector<Tag> tags;
  const std::uint32_t kept_keys[] = {words.key("level"), words.key("name"), words.key("disputed")};
  for (const DivisionLevel& level : levels) {
    for (std::size_t unit = 0; unit < level.labels.size(); ++unit) {
      const LabelPoint& label = level.labels[unit];
      if (label.reach <= 0) continue;
      int from = options.min_zoom;
      while (from < options.max_zoom && std::ldexp(2 * label.reach, -pixel_shift(from)) < options.labels_from_px) ++from;
      tags.clear();
      for (const Tag& tag : level.attributes.of(unit)) {
        if (std::find(std::begin(kept_keys), std::end(kept_keys), tag.key) != std::end(kept_keys)) tags.push_back(tag);
      }
      add_point(label.at, PointLayer::labels, from, static_cast<std::int64_t>(level.ids[unit]), tags);
    }
  }

  std::vector<Position> at;
  std::vector<const NamedPlace*> placed;
  for (const NamedPlace& place : contents.places) {
    if (!place.position || place.names.empty()) continue;
    placed.push_back(&place);
    at.push_back(to_plane(*place.position));
  }
  std::vector<int> from = first_zooms(at, place_square_bits, options);
  for (std::size_t i = 0; i < placed.size(); ++i) {
    const NamedPlace& place = *placed[i];
    tags = {{words.key("name"), words.text(place.names.front().text)}};
    if (!place.type.empty()) tags.push_back({words.key("type"), words.text(place.type)});
    for (const GeographicalName& name : place.names) {
      const std::uint32_t key = words.key("name:" + name.language);
      const bool told = std::any_of(tags.begin(), tags.end(), [&](const Tag& tag) { return tag.key == key; });
      if (name.language != "und" && name.status == "official" && !told) tags.push_back({key, words.text(name.text)});
    }
    add_point(at[i], PointLayer::places, from[i], place.id.value, tags);
  }

  at.clear();
  for (const TileMonument& monument : contents.monuments) at.push_back(to_plane(monument.position));
  from = first_zooms(at, site_square_bits, options);
  for (std::size_t i = 0; i < contents.monuments.size(); ++i) {
    const TileMonument& monument = contents.monuments[i];
    tags.clear();
    const auto tell = [&](const char* key, const std::string& text) {
      if (!text.empty()) tags.push_back({words.key(key), words.text(text)});
    };
    tell("kind", monument.kind);
    tell("status", monument.status);
    tell("number", monument.number);
    add_point(at[i], PointLayer::monuments, from[i], monument.id, tags);
  }
  prepare_sites(contents, options);
}

void Prepared::prepare_sites(const TileContents& contents, const TileOptions& options) {
  std::vector<Tag> tags;
  for (std::size_t layer = 0; layer < site_layers.size(); ++layer) {
    std::vector<const TileSite*> sites;
    std::vector<Position> at;
    for (const TileSite& site : contents.sites) {
      if (static_cast<std::size_t>(site.layer) != layer) continue;
      sites.push_back(&site);
      at.push_back(to_plane(site.position));
    }
    const auto from = first_zooms(at, site_square_bits, options);
    for (std::size_t i = 0; i < sites.size(); ++i) {
      const TileSite& site = *sites[i];
      tags.clear();
      const auto tell = [&](const char* key, const std::string& text) {
        if (!text.empty()) tags.push_back({words.key(key), words.text(text)});
      };
      const auto count = [&](const char* key, const std::optional<std::int64_t>& number) {
        if (number) tags.push_back({words.key(key), words.number(*number)});
      };
      tell("kind", site.kind);
      tell("name", site.name);
      tell("status", site.status);
      count("count", site.count);
      count("capacity", site.capacity);
      count("used", site.used);
      tell("source", site.source);
      add_point(at[i], layer_of(site.layer), from[i], site.id, tags);
    }
  }
}

}  // namespace merestone
