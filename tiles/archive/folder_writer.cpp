// SPDX-License-Identifier: Apache-2.0
#include "tiles/archive/folder_writer.hpp"

#include "tiles/archive/aside.hpp"

#include <nlohmann/json.hpp>

#include <cstdio>

namespace merestone {
namespace fs = std::filesystem;
namespace {

Error folder_error(const fs::path& path, const std::error_code& code) {
  return {Fault::unavailable, path.string() + ": " + code.message(),
          {{.rule = "archive.disk",
            .subject = {.file = path.string(), .record = {}, .field = {}},
            .facts = {{"reason", code.message()}}}}};
}

}  // namespace

FolderWriter::FolderWriter(const std::string& path) : path_{path}, aside_{path} {
  while (!path_.has_filename() && path_.has_parent_path()) path_ = path_.parent_path();
  aside_ = path_;
  aside_ += ".part";
  std::error_code code;
  if (fs::exists(path_) && !(fs::is_directory(path_) && (fs::is_empty(path_) || fs::exists(path_ / "tiles.json")))) {
    throw Error{Fault::conflict, path + " is not a folder of tiles",
                {{.rule = "archive.not_ours", .subject = {.file = path, .record = {}, .field = {}}, .facts = {}}}};
  }
  fs::remove_all(aside_, code);
  if (!fs::create_directories(aside_, code)) throw folder_error(aside_, code);
}

FolderWriter::~FolderWriter() {
  std::error_code code;
  if (!moved_) fs::remove_all(aside_, code);
}

void FolderWriter::write(const fs::path& path, std::string_view bytes) const {
  std::FILE* file = std::fopen(path.c_str(), "wb");
  if (file == nullptr) throw disk_error(path.string());
  const bool written = std::fwrite(bytes.data(), 1, bytes.size(), file) == bytes.size();
  if (std::fclose(file) != 0 || !written) throw disk_error(path.string());
}

void FolderWriter::add(TileAddress address, std::string_view tile) {
  const fs::path column = aside_ / std::to_string(address.zoom) / std::to_string(address.x);
  std::error_code code;
  fs::create_directories(column, code);
  if (code) throw folder_error(column, code);
  write(column / (std::to_string(address.y) + ".mvt"), tile);
}

void FolderWriter::finish(const ArchiveFacts& facts) {
  nlohmann::json json = nlohmann::json::parse(metadata_json(facts));
  json["tilejson"] = "3.0.0";
  json["scheme"] = "xyz";
  json["tiles"] = {"{z}/{x}/{y}.mvt"};
  json["minzoom"] = facts.min_zoom;
  json["maxzoom"] = facts.max_zoom;
  if (!facts.bounds.empty()) {
    json["bounds"] = {degrees(facts.bounds.west), degrees(facts.bounds.south), degrees(facts.bounds.east),
                      degrees(facts.bounds.north)};
  }
  write(aside_ / "tiles.json", json.dump(2) + "\n");
  fs::path old = path_;
  old += ".old";
  std::error_code code;
  fs::remove_all(old, code);
  const bool replaces = fs::exists(path_);
  if (replaces) fs::rename(path_, old, code);
  if (!code) fs::rename(aside_, path_, code);
  if (code) {
    const std::error_code reason = code;
    if (replaces && !fs::exists(path_)) fs::rename(old, path_, code);
    throw folder_error(path_, reason);
  }
  moved_ = true;
  fs::remove_all(old, code);
  sync_folder_of(path_.string());
}

}  // namespace merestone
