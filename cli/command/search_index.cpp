// SPDX-License-Identifier: Apache-2.0
#include "cli/command/search_index.hpp"

#include "data/db/digest.hpp"

#include <cstdlib>
#include <filesystem>

namespace merestone {

std::string index_file(const std::string& project) {
  if (!project.starts_with("postgres")) return project + ".names";
  const char* cache = std::getenv("XDG_CACHE_HOME");
  const char* home = std::getenv("HOME");
  if ((cache == nullptr || *cache == 0) && (home == nullptr || *home == 0)) return {};
  const std::string folder = (cache != nullptr && *cache != 0 ? std::string{cache} : std::string{home} + "/.cache") + "/merestone";
  std::error_code failed;
  std::filesystem::create_directories(folder, failed);
  return failed ? std::string{} : folder + "/" + sha256(project).substr(0, 32) + ".names";
}

}  // namespace merestone
