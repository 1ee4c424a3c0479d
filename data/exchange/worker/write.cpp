// SPDX-License-Identifier: Apache-2.0
#include "data/exchange/worker/write.hpp"

#include "data/exchange/worker/gdal.hpp"

#include <cpl_string.h>

#include <charconv>

namespace merestone::worker {
namespace {

constexpr int patience_s = 600;  // the program may take its time to make the next record

/// Stops at the first thing GDAL calls a failure; a written file is whole or it is not.
void insist(bool done) {
  const std::vector<Remark> remarks = take_remarks();
  for (const Remark& remark : remarks) {
    if (remark.failure) throw Failure{"export.failed", {{"detail", remark.text}}};
  }
  if (!done) throw Failure{"export.failed", {{"detail", remarks.empty() ? "no reason given" : remarks.back().text}}};
}

OGRwkbGeometryType shape_type(std::string_view name) {
  if (name == "point") return wkbPoint;
  if (name == "line") return wkbLineString;
  if (name == "lines") return wkbMultiLineString;
  if (name == "polygons") return wkbMultiPolygon;
  return wkbNone;
}

OGRFieldType field_type(std::string_view name) {
  if (name == "integer") return OFTInteger64;
  if (name == "real") return OFTReal;
  return OFTString;
}

CPLStringList layer_options(const std::string& format, bool with_shapes) {
  CPLStringList options;
  if (format == "GPKG") options.SetNameValue("GEOMETRY_NAME", "geom");
  if (format == "ESRI Shapefile") options.SetNameValue("ENCODING", "UTF-8");
  if (format == "GeoJSON") {
    options.SetNameValue("RFC7946", "YES");
    options.SetNameValue("COORDINATE_PRECISION", "9");
  }
  if (format == "CSV") {
    if (with_shapes) options.SetNameValue("GEOMETRY", "AS_WKT");
    options.SetNameValue("LINEFORMAT", "LF");
  }
  return options;
}

class Target {
 public:
  explicit Target(const Request& request) : format_{request["format"]} {
    GDALDriverH driver = GDALGetDriverByName(format_.c_str());
    const std::string path = request["path"];
    dataset_.reset(GDALCreate(driver, path.c_str(), 0, 0, 0, GDT_Unknown, nullptr));
    insist(dataset_ != nullptr);
  }

  void add_layer(wire::Cursor& head) {
    finish_layer();
    const std::string name{head.text()};
    const OGRwkbGeometryType type = shape_type(head.text());
    const bool with_shapes = type != wkbNone;
    polygons_ = type == wkbMultiPolygon;
    OGRSpatialReferenceH reference = OSRNewSpatialReference(nullptr);
    OSRImportFromEPSG(reference, 4326);
    OSRSetAxisMappingStrategy(reference, OAMS_TRADITIONAL_GIS_ORDER);
    layer_ = GDALDatasetCreateLayer(dataset_.get(), name.c_str(), with_shapes ? reference : nullptr, type,
                                    layer_options(format_, with_shapes).List());
    OSRRelease(reference);
    insist(layer_ != nullptr);
    types_.clear();
    for (std::uint32_t columns = head.number(); columns > 0; --columns) {
      const std::string column{head.text()};
      types_.push_back(field_type(head.text()));
      OGRFieldDefnH field = OGR_Fld_Create(column.c_str(), types_.back());
      const bool made = OGR_L_CreateField(layer_, field, 0) == OGRERR_NONE;
      OGR_Fld_Destroy(field);
      insist(made);
    }
    in_transaction_ = GDALDatasetTestCapability(dataset_.get(), ODsCTransactions) &&
                      GDALDatasetStartTransaction(dataset_.get(), 0) == OGRERR_NONE;
    insist(true);
  }

  void add_records(wire::Cursor& records) {
    if (!layer_) throw wire::Broken{"records before their layer"};
    for (std::uint32_t count = records.number(); count > 0; --count) {
      const Feature feature{OGR_F_Create(OGR_L_GetLayerDefn(layer_))};
      put_shape(feature.get(), records);
      for (std::size_t i = 0; i < types_.size(); ++i) put_value(feature.get(), static_cast<int>(i), records);
      insist(OGR_L_CreateFeature(layer_, feature.get()) == OGRERR_NONE);
    }
  }

  void close() {
    finish_layer();
    dataset_.reset();
    insist(true);
  }

 private:
  void finish_layer() {
    if (in_transaction_) insist(GDALDatasetCommitTransaction(dataset_.get()) == OGRERR_NONE);
    in_transaction_ = false;
    layer_ = nullptr;
  }

  void put_shape(OGRFeatureH feature, wire::Cursor& records) {
    bool is_null = false;
    const auto wkb = records.bytes(&is_null);
    if (is_null) return;
    OGRGeometryH shape = nullptr;
    insist(OGR_G_CreateFromWkb(wkb.data(), nullptr, &shape, static_cast<int>(wkb.size())) == OGRERR_NONE);
    if (polygons_) shape = OGR_G_ForceToMultiPolygon(shape);
    insist(OGR_F_SetGeometryDirectly(feature, shape) == OGRERR_NONE);
  }

  void put_value(OGRFeatureH feature, int column, wire::Cursor& records) {
    bool is_null = false;
    const std::string text{records.text(&is_null)};
    if (is_null) return OGR_F_SetFieldNull(feature, column);
    double real = 0;
    std::int64_t integer = 0;
    switch (types_[static_cast<std::size_t>(column)]) {
      case OFTInteger64:
        std::from_chars(text.data(), text.data() + text.size(), integer);
        return OGR_F_SetFieldInteger64(feature, column, integer);
      case OFTReal:
        std::from_chars(text.data(), text.data() + text.size(), real);
        return OGR_F_SetFieldDouble(feature, column, real);
      default:
        return OGR_F_SetFieldString(feature, column, text.c_str());
    }
  }

  std::string format_;
  Dataset dataset_;
  OGRLayerH layer_ = nullptr;
  std::vector<OGRFieldType> types_;
  bool polygons_ = false;
  bool in_transaction_ = false;
};

}  // namespace

void write(const Request& request, wire::Reader& in, wire::Writer& out) {
  Target target{request};
  std::uint64_t records = 0;
  for (;;) {
    wire::Frame frame = in.next(patience_s);
    if (frame.kind == wire::Kind::layer) {
      target.add_layer(frame.payload);
    } else if (frame.kind == wire::Kind::records) {
      target.add_records(frame.payload);
      ++records;
    } else if (frame.kind == wire::Kind::end) {
      break;
    } else {
      throw wire::Broken{"unexpected frame"};
    }
  }
  target.close();
  out.begin(wire::Kind::end);
  out.wide(records);
  out.send();
}

}  // namespace merestone::worker
