// SPDX-License-Identifier: Apache-2.0
#include "data/packs/packs.hpp"

#include "gis/base/embedded.hpp"
#include "gis/base/error.hpp"

#include <filesystem>
#include <fstream>
#include <iterator>

namespace merestone {
namespace embedded {
extern const std::span<const File> pack_ch, pack_cn, pack_fr, pack_neutral, pack_ph;
}
namespace {

struct BuiltIn {
  std::string_view id;
  const std::span<const embedded::File>& files;
};
const BuiltIn built_in[] = {{"ch", embedded::pack_ch},
                            {"cn", embedded::pack_cn},
                            {"fr", embedded::pack_fr},
                            {"neutral", embedded::pack_neutral},
                            {"ph", embedded::pack_ph}};

constexpr std::uintmax_t largest_file = 4U << 20;

[[noreturn]] void unreadable(const std::filesystem::path& path) {
  throw Error{Fault::unavailable, "cannot read " + path.string(), {{.rule = "pack.unreadable", .facts = {{"file", path.string()}}}}};
}

std::string text_of(const std::filesystem::path& path) {
  std::error_code error;
  if (std::filesystem::file_size(path, error) > largest_file || error) unreadable(path);
  std::ifstream file{path, std::ios::binary};
  std::string text{std::istreambuf_iterator<char>{file}, {}};
  if (!file) unreadable(path);
  return text;
}

}  // namespace

std::vector<std::string> built_in_packs() {
  std::vector<std::string> ids;
  for (const BuiltIn& pack : built_in) ids.emplace_back(pack.id);
  return ids;
}

std::vector<PackFile> built_in_pack_files(std::string_view id) {
  std::vector<PackFile> files;
  for (const BuiltIn& pack : built_in) {
    if (pack.id != id) continue;
    for (const embedded::File& file : pack.files) files.push_back({std::string{file.name}, std::string{file.text}});
  }
  return files;
}

std::vector<PackFile> pack_files(const std::string& id_or_folder) {
  auto files = built_in_pack_files(id_or_folder);
  if (!files.empty()) return files;
  std::error_code error;
  if (!std::filesystem::is_directory(id_or_folder, error)) {
    std::string known;
    for (const std::string& id : built_in_packs()) known += (known.empty() ? "" : ", ") + id;
    throw Error{Fault::missing, "no pack " + id_or_folder,
                {{.rule = "pack.unknown", .facts = {{"pack", id_or_folder}, {"known", known}}}}};
  }
  for (const auto& entry : std::filesystem::directory_iterator{id_or_folder, error}) {
    if (entry.path().extension() == ".json") files.push_back({entry.path().filename().string(), text_of(entry.path())});
  }
  if (error) unreadable(id_or_folder);
  return files;
}

}  // namespace merestone
