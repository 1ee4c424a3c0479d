// SPDX-License-Identifier: Apache-2.0
/// Files out: GeoPackage (.gpkg), GeoJSON (.geojson), Shapefile (.shp, .zip), FlatGeobuf (.fgb), CSV (.csv: lines
/// and polygons as WKT, points as lon and lat).
#pragma once

#include "data/exchange/export_layer.hpp"
#include "gis/base/finding.hpp"
#include "gis/base/progress.hpp"

#include <string>
#include <vector>

namespace merestone {

struct WriteOptions {
  bool overwrite = false;  ///< replace a file that is there
  std::string worker{};      ///< path of merestone-gdal; empty: beside this program
};

/// Writes `layers` into one file, or one set of files, in the format its name tells.
///
/// 1. The file is made aside, in the same folder, and moved into place when it is whole and on disk: at no time is
///    there half a file under that name, and what was there before stays if anything goes wrong.
/// 2. Several layers go into a GeoPackage or a zipped Shapefile only.
/// 3. What a format cannot hold is told: export.short_names and export.text_cut for a Shapefile,
///    export.without_shape for FlatGeobuf.
/// @throws Error conflict export.exists; invalid export.unknown_format, export.one_layer; missing export.no_folder;
/// unavailable export.failed when the disk is full, the folder may not be written, or the writer fell over.
std::vector<Finding> write_layers(const std::string& path, const std::vector<ExportLayer>& layers,
                                  const WriteOptions& options = {}, const Progress& progress = {});

}  // namespace merestone
