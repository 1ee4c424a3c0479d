// SPDX-License-Identifier: Apache-2.0
/// Files in. A file is looked at, read in a process of its own (worker/), its columns mapped, its text decoded, its
/// coordinates brought to WGS 84: what comes out is a delivery with findings, and nothing has been written yet.
///
/// 1. Formats by name and by content: GeoPackage, Shapefile (also zipped), GeoJSON, TopoJSON, FlatGeobuf, CSV; the
///    text ones and FlatGeobuf also gzipped. Nothing else is opened, on no other computer.
/// 2. A finding of severity error means that the delivery is not fit to be adopted. Its other records are still
///    there, so that all that is wrong can be shown at once. At most 100 findings per rule are kept; the last
///    then tells how many more there are ({"more", n}).
/// 3. Nothing is mended silently: no ring is closed, no encoding or coordinate system guessed. What was concluded
///    from the file alone is in `detected`, and in findings of severity note.
/// Errors: missing for no such file; invalid for a file that cannot be read as data; unavailable when the reader
/// cannot be run, is out of time or fell over. Each carries findings.
#pragma once

#include "data/exchange/options.hpp"
#include "gis/boundaries/boundary.hpp"
#include "gis/burials/facility.hpp"
#include "gis/divisions/delivery.hpp"
#include "gis/hazards/hazard.hpp"
#include "gis/mesh/build.hpp"
#include "gis/names/place.hpp"

#include <utility>
#include <vector>

namespace merestone {

/// What a file turned out to be.
struct Detected {
  std::string format;    ///< "GPKG", "ESRI Shapefile", "GeoJSON", "TopoJSON", "FlatGeobuf", "CSV"
  std::string layer;
  std::string encoding;
  std::string crs;       ///< "EPSG:2154", or its name; empty when the file has no coordinates
  std::size_t records = 0;
  std::vector<std::pair<std::string, std::string>> columns;  ///< our field → column of the file
};

/// What all deliveries have.
struct Delivery {
  Document source;  ///< title: the file's name; sha256 over the file; for a Shapefile over .shp .shx .dbf .prj .cpg
  Detected detected;
  std::vector<Finding> findings;
};

/// Fields: code, name, parent, level, kind, language. Records need no shape (superiors, registers).
struct DivisionDelivery : Delivery {
  std::vector<DeliveredDivision> divisions;
  RingSet rings;  ///< unit = index into `divisions`
};
DivisionDelivery read_divisions(const std::string& path, const ReadOptions& options, const Progress& progress = {});

/// Fields: id, name, language, status, type, lon, lat, people, counted, from, until; and a column per language, "name:fr"
/// or "name_fr". Rows with the same id are one place with several names. People without a day were counted on `from`.
struct PlaceDelivery : Delivery {
  std::vector<NamedPlace> places;
};
PlaceDelivery read_places(const std::string& path, const ReadOptions& options, const Progress& progress = {});

/// Fields: id, kind, severity, name, source, return_period (years), from, until.
struct HazardDelivery : Delivery {
  std::vector<HazardZone> zones;
};
HazardDelivery read_hazard_zones(const std::string& path, const ReadOptions& options, const Progress& progress = {});

/// Fields: id, kind, name, capacity, used, source, lon, lat, from, until.
struct FacilityDelivery : Delivery {
  std::vector<Facility> facilities;
};
FacilityDelivery read_facilities(const std::string& path, const ReadOptions& options, const Progress& progress = {});

/// Fields: code, name, kind, level, from, until, reason, successor.
struct HistoryDelivery : Delivery {
  std::vector<DeliveredState> states;
};
HistoryDelivery read_history(const std::string& path, const ReadOptions& options, const Progress& progress = {});

/// A line or an area that somebody draws in a dispute. Divisions are told by their codes.
struct DeliveredLine {
  std::string party, left, right;
  std::string kind;   ///< word of OpinionKind; empty: as the caller knows
  std::string title, method;
  double accuracy_m = 0;
  Polyline path;      ///< empty for an area
  MultiPolygon area;  ///< empty for a line
  Period valid;
};
/// Fields: party, left, right, kind, title, method, accuracy, from, until. A record is one line in one piece, or an area.
struct LineDelivery : Delivery {
  std::vector<DeliveredLine> lines;
};
LineDelivery read_drawn_lines(const std::string& path, const ReadOptions& options, const Progress& progress = {});

/// One layer of a file, for `import --list`.
struct LayerDescription {
  std::string name;
  std::string shape;  ///< "Polygon", "Point"; empty when it has none
  std::string crs;
  std::uint64_t records = 0;
  std::vector<std::pair<std::string, std::string>> columns;  ///< name, type
};
struct FileDescription {
  std::string format;
  std::string encoding;  ///< empty when the file does not say
  std::vector<LayerDescription> layers;
};
FileDescription describe_file(const std::string& path, const ReadOptions& options = {});

}  // namespace merestone
