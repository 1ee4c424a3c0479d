// SPDX-License-Identifier: Apache-2.0
#include "data/exchange/worker/gdal.hpp"

#include "data/exchange/worker/request.hpp"

#include <cpl_conv.h>
#include <cpl_error.h>
#include <gdal_frmts.h>
#include <ogrsf_frmts.h>

namespace merestone::worker {
namespace {

constexpr std::size_t most_remarks = 100;

std::vector<Remark>& remarks() {
  static std::vector<Remark> gathered;
  return gathered;
}

void CPL_STDCALL gather(CPLErr severity, CPLErrorNum, const char* text) {
  if (severity < CE_Warning || remarks().size() >= most_remarks) return;
  remarks().push_back({severity >= CE_Failure, text});
}

}  // namespace

void know_only(const std::string& driver) {
  const std::pair<const char*, void (*)()> allowed[] = {
      {"GPKG", RegisterOGRGeoPackage},     {"ESRI Shapefile", RegisterOGRShape},  {"GeoJSON", RegisterOGRGeoJSON},
      {"TopoJSON", RegisterOGRTopoJSON},   {"FlatGeobuf", RegisterOGRFlatGeobuf}, {"CSV", RegisterOGRCSV},
      {"GTiff", GDALRegister_GTiff},         {"AAIGrid", GDALRegister_AAIGrid},
      {"JPEG", GDALRegister_JPEG},
  };
  const std::pair<const char*, const char*> settings[] = {
      {"GDAL_DISABLE_READDIR_ON_OPEN", "TRUE"}, {"GDAL_PAM_ENABLED", "NO"}, {"SHAPE_RESTORE_SHX", "NO"},
      {"OGR_GEOJSON_MAX_OBJ_SIZE", "400"},      {"CPL_TMPDIR", "/vsimem"},
      {"GDAL_CACHEMAX", "64"},
  };
  for (const auto& [key, value] : settings) CPLSetConfigOption(key, value);
  for (const auto& [name, make_known] : allowed) {
    if (driver == name) return make_known();
  }
  throw Failure{"import.unknown_format", {{"found", driver}}};
}

bool anything_said() { return !remarks().empty(); }

std::vector<Remark> take_remarks() { return std::exchange(remarks(), {}); }

void listen() { CPLSetErrorHandler(gather); }

}  // namespace merestone::worker
