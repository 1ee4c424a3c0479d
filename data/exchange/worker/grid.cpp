// SPDX-License-Identifier: Apache-2.0
#include "data/exchange/worker/grid.hpp"

#include "data/exchange/worker/gdal.hpp"
#include "data/exchange/worker/reference.hpp"
#include "data/exchange/worker/source.hpp"

#include <cpl_conv.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <cstring>
#include <limits>

namespace merestone::worker {
namespace {

constexpr float no_height = std::numeric_limits<float>::quiet_NaN();

struct Size {
  std::uint32_t columns = 0;
  std::uint32_t rows = 0;
};

std::string number(double value) {
  char text[40];
  std::snprintf(text, sizeof text, "%.17g", value);
  return text;
}

/// The one band with heights, of a size that the program can hold.
GDALRasterBandH only_band(GDALDatasetH dataset, const Request& request, Size& size) {
  const int bands = GDALGetRasterCount(dataset);
  if (bands != 1) throw Failure{"terrain.bands", {{"bands", std::to_string(bands)}}};
  GDALRasterBandH band = GDALGetRasterBand(dataset, 1);
  if (GDALDataTypeIsComplex(GDALGetRasterDataType(band))) throw Failure{"terrain.bands", {{"bands", "complex"}}};
  size = {static_cast<std::uint32_t>(GDALGetRasterXSize(dataset)), static_cast<std::uint32_t>(GDALGetRasterYSize(dataset))};
  const std::uint64_t most = request.number("cells");
  if (std::uint64_t{size.columns} * size.rows > most) {
    throw Failure{"terrain.too_large", {{"columns", std::to_string(size.columns)}, {"rows", std::to_string(size.rows)},
                                        {"most", std::to_string(most)}}};
  }
  return band;
}

/// Metres in a unit of heights; what is not said is metres.
double metres_of(GDALRasterBandH band) {
  constexpr std::array units{std::pair{"", 1.0},        std::pair{"m", 1.0},      std::pair{"metre", 1.0},
                             std::pair{"meter", 1.0},   std::pair{"metres", 1.0}, std::pair{"meters", 1.0},
                             std::pair{"ft", 0.3048},   std::pair{"foot", 0.3048}, std::pair{"feet", 0.3048},
                             std::pair{"US survey foot", 1200.0 / 3937.0}, std::pair{"cm", 0.01}, std::pair{"dm", 0.1}};
  const std::string said = GDALGetRasterUnitType(band);
  for (const auto& [unit, metres] : units) {
    if (said == unit) return metres;
  }
  throw Failure{"terrain.unit", {{"unit", said}}};
}

/// The vertical part of a compound system, by its name.
std::string vertical_datum(OGRSpatialReferenceH reference) {
  if (!reference || !OSRIsCompound(reference)) return {};
  for (const char* node : {"COMPD_CS|VERT_CS", "VERT_CS"}) {
    if (const char* name = OSRGetAttrValue(reference, node, 0)) return name;
  }
  return {};
}

void send_head(const Request& request, GDALDatasetH dataset, GDALRasterBandH band, Size size, wire::Writer& out) {
  double place[6];
  if (GDALGetGeoTransform(dataset, place) != CE_None) throw Failure{"terrain.no_place", {}};
  if (place[2] != 0 || place[4] != 0 || place[1] <= 0 || place[5] >= 0) throw Failure{"terrain.turned", {}};
  OGRSpatialReferenceH said = GDALGetSpatialRef(dataset);
  std::unique_ptr<std::remove_pointer_t<OGRSpatialReferenceH>, void (*)(OGRSpatialReferenceH)> flat{
      said ? OSRClone(said) : nullptr, [](OGRSpatialReferenceH r) { OSRDestroySpatialReference(r); }};
  if (flat) OSRStripVertical(flat.get());
  out.begin(wire::Kind::grid);
  out.text(request["format"]);
  out.text(is_said(flat.get()) ? reference_code(flat.get()) : "");
  out.text(is_said(flat.get()) ? reference_text(flat.get()) : "");
  out.text(vertical_datum(said));
  for (const double value : {place[0], place[3], place[1], -place[5]}) out.text(number(value));
  out.number(size.columns);
  out.number(size.rows);
  out.text(GDALGetRasterUnitType(band));
  out.send();
}

/// As the file means it: without what it calls no data, scaled and moved, in metres.
class Reading {
 public:
  explicit Reading(GDALRasterBandH band) : metres_{metres_of(band)} {
    no_data_ = GDALGetRasterNoDataValue(band, &has_no_data_);
    int given = 0;
    if (const double scale = GDALGetRasterScale(band, &given); given) scale_ = scale;
    if (const double offset = GDALGetRasterOffset(band, &given); given) offset_ = offset;
  }

  float height(float value) const {
    const bool none = has_no_data_ && (value == static_cast<float>(no_data_) || std::abs(double{value} - no_data_) < 1e-6);
    if (none || !std::isfinite(value)) return no_height;
    return static_cast<float>((double{value} * scale_ + offset_) * metres_);
  }

 private:
  double metres_;
  int has_no_data_ = 0;
  double no_data_ = 0, scale_ = 1, offset_ = 0;
};

}  // namespace

void send_grid(const Request& request, wire::Writer& out) {
  const Source source = open_source(request);
  GDALDatasetH dataset = source.dataset.get();
  Size size;
  GDALRasterBandH band = only_band(dataset, request, size);
  const Reading reading{band};
  send_head(request, dataset, band, size, out);
  const auto width = static_cast<int>(size.columns);
  const std::size_t together = std::clamp<std::size_t>(wire::usual_frame / (4 * std::size_t{size.columns}), 1, size.rows);
  std::vector<float> rows(together * size.columns);
  for (std::size_t row = 0; row < size.rows;) {
    const std::size_t count = std::min(together, size.rows - row);
    const CPLErr done = GDALRasterIO(band, GF_Read, 0, static_cast<int>(row), width, static_cast<int>(count), rows.data(),
                                     width, static_cast<int>(count), GDT_Float32, 0, 0);
    const std::vector<Remark> remarks = take_remarks();
    if (done != CE_None) {
      throw Failure{"import.damaged", {{"detail", remarks.empty() ? "cannot be read" : remarks.back().text}}};
    }
    const std::size_t cells = count * size.columns;
    for (std::size_t i = 0; i < cells; ++i) rows[i] = reading.height(rows[i]);
    out.begin(wire::Kind::heights);
    std::memcpy(out.room(4 * cells), rows.data(), 4 * cells);
    out.send();
    row += count;
  }
  out.begin(wire::Kind::end);
  out.wide(size.rows);
  out.send();
}

}  // namespace merestone::worker
