// SPDX-License-Identifier: Apache-2.0
/// What a camera wrote into a picture, as in reading.hpp: read in a process of its own, which sees nothing but that file and
/// hands out where, when and which way it was taken.
#pragma once

#include "data/exchange/options.hpp"
#include "gis/burials/photo.hpp"

namespace merestone {

/// Values of EXIF tags as GDAL writes them: "(39) (54) (12.5)". What makes no sense is nothing.
using PhotoTags = std::vector<std::pair<std::string, std::string>>;
PhotoMetadata photo_metadata(const PhotoTags& tags);

struct PhotoDelivery {
  PhotoMetadata taken;
  std::string sha256;
  std::vector<Finding> findings;  ///< import.photo_datum (warning): positions on another datum than WGS 84
};
/// JPEG. @throws what every reader throws.
PhotoDelivery read_photo(const std::string& path, const ReadOptions& options = {});

}  // namespace merestone
