// SPDX-License-Identifier: Apache-2.0
/// One door to every kind of tile archive. Whatever the kind: it is written aside and moved into place by
/// `finish`; without that nothing is left behind. The same tiles give the same bytes.
#pragma once

#include "gis/geometry/area.hpp"
#include "tiles/archive/address.hpp"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace merestone {

/// What a map needs to know of an archive.
struct ArchiveFacts {
  struct Layer {
    std::string name;
    int min_zoom = 0;
    int max_zoom = 0;
    std::vector<std::pair<std::string, std::string>> fields;  ///< name and type: "String", "Number"
  };
  std::string name;
  std::string description;
  std::string attribution;
  std::string viewpoint;  ///< whose view of disputed ground it shows: "neutral"; empty: nothing is in dispute
  std::string audience;   ///< whom it is for: "office", "everybody"; empty: whoever made it did not say
  int min_zoom = 0;
  int max_zoom = 0;
  Box bounds;  ///< longitude and latitude
  std::vector<Layer> layers;
};

class ArchiveWriter {
 public:
  virtual ~ArchiveWriter() = default;
  /// Tiles come in the order of their numbers, each once; `tile` is a gzipped vector tile, not empty.
  virtual void add(TileAddress address, std::string_view tile) = 0;
  /// Completes the archive, makes it durable and moves it to its place, over an older one.
  /// @throws Error{Fault::unavailable} when the disk fails; the older one is then as it was.
  virtual void finish(const ArchiveFacts& facts) = 0;
};

/// Writes the kind that the path says: ".pmtiles", ".mbtiles", else a folder of {z}/{x}/{y}.mvt files.
std::unique_ptr<ArchiveWriter> open_archive_writer(const std::string& path);

/// TileJSON-like metadata as JSON: name, description, attribution, vector_layers.
std::string metadata_json(const ArchiveFacts& facts);

}  // namespace merestone
