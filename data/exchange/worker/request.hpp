// SPDX-License-Identifier: Apache-2.0
/// What the program asks of its file reader, and how the reader says that it cannot.
#pragma once

#include "data/exchange/wire.hpp"

#include <map>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

namespace merestone::worker {

/// Keys: mode (read, describe, grid, photo, write), format (a GDAL driver), path, packing ("", gzip, zip), layer, unpacked
/// (most bytes after unpacking), cells (most of a grid), memory, seconds, written.
class Request {
 public:
  explicit Request(wire::Cursor payload);
  /// Empty when the key is not given.
  std::string operator[](const std::string& key) const;
  std::uint64_t number(const std::string& key) const;

 private:
  std::map<std::string, std::string> values_;
};

/// Ends the work: sent to the program as a failure frame, worded there.
struct Failure : std::runtime_error {
  using Facts = std::vector<std::pair<std::string, std::string>>;
  Failure(const std::string& rule, Facts given) : std::runtime_error{rule}, facts{std::move(given)} {}
  Facts facts;
};

}  // namespace merestone::worker
