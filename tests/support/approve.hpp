// SPDX-License-Identifier: Apache-2.0
/// Approved outputs: a text is compared with a file of the source tree. MERESTONE_APPROVE=1 writes what came out,
/// so that the change is read as a change of that file.
#pragma once

#include <catch2/catch.hpp>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

namespace merestone::test {

/// `file` counts from tests/golden, "report/county.en.txt".
inline void approve(const std::string& file, const std::string& text) {
  const std::filesystem::path path = std::filesystem::path{MERESTONE_SOURCE_DIR} / "tests" / "golden" / file;
  if (const char* wanted = std::getenv("MERESTONE_APPROVE"); wanted != nullptr && *wanted == '1') {
    std::filesystem::create_directories(path.parent_path());
    std::ofstream{path, std::ios::binary} << text;
  }
  std::ifstream in{path, std::ios::binary};
  const std::string approved{std::istreambuf_iterator<char>{in}, {}};
  INFO("approved in tests/golden/" << file << "; MERESTONE_APPROVE=1 approves what came out");
  CHECK(text == approved);
}

}  // namespace merestone::test
