// SPDX-License-Identifier: Apache-2.0
#include "data/exchange/worker/source.hpp"

#include "data/exchange/encoding.hpp"

#include <cpl_conv.h>
#include <cpl_string.h>
#include <cpl_vsi.h>

#include <algorithm>
#include <array>

namespace merestone::worker {
namespace {

struct CloseFile {
  void operator()(VSILFILE* file) const { VSIFCloseL(file); }
};
using File = std::unique_ptr<VSILFILE, CloseFile>;

/// Copies a packed file into memory, but no more than `room` bytes of it in all.
void unpack(const std::string& from, const std::string& to, std::uint64_t& room, std::uint64_t most) {
  const File in{VSIFOpenL(from.c_str(), "rb")};
  const File out{VSIFOpenL(to.c_str(), "wb")};
  if (!in || !out) throw Failure{"import.damaged", {{"detail", "cannot be unpacked"}}};
  std::vector<char> chunk(1U << 20);
  for (;;) {
    const std::size_t n = VSIFReadL(chunk.data(), 1, chunk.size(), in.get());
    if (n == 0) break;
    if (n > room) throw Failure{"import.too_large", {{"limit_mb", std::to_string(most >> 20)}}};
    room -= n;
    if (VSIFWriteL(chunk.data(), 1, n, out.get()) != n) {
      throw Failure{"import.too_large", {{"limit_mb", std::to_string(most >> 20)}}};
    }
  }
  for (const Remark& remark : take_remarks()) {
    if (remark.failure) throw Failure{"import.damaged", {{"detail", remark.text}}};
  }
}

std::string lower_extension(const std::string& path) {
  std::string extension = CPLGetExtension(path.c_str());
  std::transform(extension.begin(), extension.end(), extension.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return extension;
}

/// The one Shapefile of a zip archive, unpacked into memory. @returns its path there.
std::string unpack_shapefile(const std::string& path, std::uint64_t most) {
  constexpr std::size_t most_entries = 1000;
  const std::string archive = "/vsizip/{" + path + "}";
  const CPLStringList listing{VSIReadDirRecursive(archive.c_str())};
  std::vector<std::string> entries;
  for (int i = 0; i < listing.size(); ++i) entries.emplace_back(listing[i]);
  if (entries.empty()) throw Failure{"import.damaged", {{"detail", "not a readable zip archive"}}};
  if (entries.size() > most_entries) throw Failure{"import.too_large", {{"limit_mb", std::to_string(most >> 20)}}};
  std::string stem;
  for (const std::string& name : entries) {
    if (lower_extension(name) != "shp" || name.rfind("__MACOSX", 0) == 0) continue;
    if (!stem.empty()) throw Failure{"import.which_layer", {{"layers", stem + ".shp, " + name}}};
    stem = name.substr(0, name.size() - 4);
  }
  if (stem.empty()) throw Failure{"import.unknown_format", {{"found", "zip without .shp"}}};
  std::uint64_t room = most;
  constexpr std::array wanted{"shp", "shx", "dbf", "prj", "cpg"};
  for (const std::string& name : entries) {
    const std::string extension = lower_extension(name);
    if (name.size() != stem.size() + 4 || name.compare(0, stem.size(), stem) != 0) continue;
    if (std::find(wanted.begin(), wanted.end(), extension) == wanted.end()) continue;
    unpack(archive + "/" + name, "/vsimem/unpacked/data." + extension, room, most);
  }
  return "/vsimem/unpacked/data.shp";
}

std::string beginning(const std::string& path, std::size_t most) {
  const File file{VSIFOpenL(path.c_str(), "rb")};
  if (!file) return {};
  std::string text(most, '\0');
  text.resize(VSIFReadL(text.data(), 1, text.size(), file.get()));
  return text;
}

/// Where the file can be opened: in memory once it is unpacked.
std::string unpacked_path(const Request& request) {
  const std::uint64_t most = request.number("unpacked");
  const std::string path = request["path"];
  if (request["packing"] == "zip") return unpack_shapefile(path, most);
  if (request["packing"] != "gzip") return path;
  const std::string unpacked = "/vsimem/unpacked/data." + request["extension"];
  std::uint64_t room = most;
  unpack("/vsigzip/" + path, unpacked, room, most);
  return unpacked;
}

/// The part of a Shapefile with another extension, in either case.
std::string part_beginning(const std::string& shp, const char* lower, const char* upper, std::size_t most) {
  const std::string stem = shp.substr(0, shp.size() - 3);
  const std::string text = beginning(stem + lower, most);
  return text.empty() ? beginning(stem + upper, most) : text;
}

}  // namespace

std::string whole_text(const Request& request) {
  const std::string path = unpacked_path(request);
  const File file{VSIFOpenL(path.c_str(), "rb")};
  std::string text;
  if (file) {
    VSIFSeekL(file.get(), 0, SEEK_END);
    text.resize(VSIFTellL(file.get()));
    VSIRewindL(file.get());
    if (VSIFReadL(text.data(), 1, text.size(), file.get()) != text.size()) text.clear();
  }
  if (text.empty()) throw Failure{"import.damaged", {{"detail", "cannot be read"}}};
  if (path.starts_with("/vsimem/")) VSIUnlink(path.c_str());
  if (text.starts_with("\xEF\xBB\xBF")) text.erase(0, 3);
  const std::string encoding = request["encoding"];
  if (encoding.empty() || encoding == "UTF-8") return text;
  auto decoded = exchange::Decoder{encoding}.decode(text);
  if (!decoded) throw Failure{"import.not_in_encoding", {{"encoding", encoding}, {"likely", "?"}}};
  return std::move(*decoded);
}

Source open_source(const Request& request) {
  const std::string format = request["format"];
  std::string path = unpacked_path(request);
  CPLStringList options;
  Source source;
  if (format == "ESRI Shapefile") {
    options.SetNameValue("ENCODING", "");  // text comes as it is; the program decides what it means
    source.code_page = part_beginning(path, "cpg", "CPG", 64);
    const std::string header = part_beginning(path, "dbf", "DBF", 32);
    if (header.size() == 32) source.language_id = static_cast<unsigned char>(header[29]);
  } else if (format == "CSV") {
    options.SetNameValue("AUTODETECT_TYPE", "NO");
    options.SetNameValue("EMPTY_STRING_AS_NULL", "YES");
    options.SetNameValue("GEOM_POSSIBLE_NAMES", "WKT,geometry,geom,the_geom");
    options.SetNameValue("KEEP_GEOM_COLUMNS", "NO");
    options.SetNameValue("HEADERS", "YES");
    source.complaints = check_csv_rows(path);
    path = "CSV:" + path;  // whatever its ending and number of columns
  }
  const char* const drivers[] = {format.c_str(), nullptr};
  const unsigned kind = request["mode"] == "grid" || format == "JPEG" ? GDAL_OF_RASTER : GDAL_OF_VECTOR;
  source.dataset.reset(GDALOpenEx(path.c_str(), kind | GDAL_OF_READONLY, drivers, options.List(), nullptr));
  if (!source.dataset) {
    const std::vector<Remark> remarks = take_remarks();
    throw Failure{"import.damaged", {{"detail", remarks.empty() ? "not a " + format + " file" : remarks.back().text}}};
  }
  return source;
}

OGRLayerH choose_layer(const Source& source, const std::string& name) {
  GDALDatasetH dataset = source.dataset.get();
  std::string names;
  std::vector<OGRLayerH> all;
  std::vector<OGRLayerH> with_shapes;
  for (int i = 0; i < GDALDatasetGetLayerCount(dataset); ++i) {
    OGRLayerH layer = GDALDatasetGetLayer(dataset, i);
    if (!name.empty() && name == OGR_L_GetName(layer)) return layer;
    names += (i == 0 ? "" : ", ") + std::string{OGR_L_GetName(layer)};
    all.push_back(layer);
    if (OGR_L_GetGeomType(layer) != wkbNone) with_shapes.push_back(layer);
  }
  if (all.empty() || !name.empty()) throw Failure{"import.no_layer", {{"layer", name}, {"layers", names}}};
  if (with_shapes.size() == 1) return with_shapes.front();
  if (all.size() == 1) return all.front();
  throw Failure{"import.which_layer", {{"layers", names}}};
}

}  // namespace merestone::worker
