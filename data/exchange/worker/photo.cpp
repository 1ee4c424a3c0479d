// SPDX-License-Identifier: Apache-2.0
#include "data/exchange/worker/photo.hpp"

#include "data/exchange/worker/gdal.hpp"
#include "data/exchange/worker/source.hpp"

#include <string_view>

namespace merestone::worker {
namespace {

/// Nothing else leaves the sandbox: not who owns the camera, nor what somebody wrote about the picture.
constexpr std::string_view wanted[] = {"EXIF_DateTimeOriginal", "EXIF_DateTime",        "EXIF_GPSLatitude",  "EXIF_GPSLatitudeRef",
                                       "EXIF_GPSLongitude",     "EXIF_GPSLongitudeRef", "EXIF_GPSMapDatum",  "EXIF_GPSImgDirection",
                                       "EXIF_GPSImgDirectionRef", "EXIF_GPSHPositioningError"};

}  // namespace

void send_tags(const Request& request, wire::Writer& out) {
  const Source source = open_source(request);
  out.begin(wire::Kind::tags);
  for (const std::string_view tag : wanted) {
    const char* value = GDALGetMetadataItem(source.dataset.get(), tag.data(), nullptr);
    if (value == nullptr) continue;
    out.text(tag);
    out.text(std::string_view{value}.substr(0, 200));
  }
  out.send();
  out.begin(wire::Kind::end);
  out.wide(1);
  out.send();
}

}  // namespace merestone::worker
