// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "data/exchange/file_at_hand.hpp"
#include "data/exchange/options.hpp"
#include "data/exchange/worker_process.hpp"

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace merestone::exchange {

/// What a file says of its coordinate system.
struct Reference {
  std::string code;  ///< "EPSG:2154"; may be empty
  std::string wkt;   ///< may be empty
};

/// What the worker tells of a layer before its records.
struct LayerHead {
  std::string format;
  std::string layer;
  std::string shape;          ///< "Polygon", …; empty for a layer without geometry
  Reference reference;
  std::string code_page;      ///< of a Shapefile
  unsigned language_id = 0;   ///< of a Shapefile's .dbf
  std::uint64_t records = 0;  ///< as declared: for progress only, nothing is sized by it
  std::vector<std::pair<std::string, std::string>> columns;  ///< name as it stands in the file, type
};

/// @throws wire::Broken
LayerHead read_head(wire::Cursor& payload);

/// The encoding of a layer's text: what was asked for, else what the file says or its format prescribes; nothing
/// when neither does. @throws Error invalid import.unknown_encoding.
std::optional<std::string> encoding_of(const LayerHead& head, const ReadOptions& options, const std::string& file);

/// Request to the worker to "read" or "describe" a file, within limits.
Request request_for(const FileAtHand& file, const ReadOptions& options, const char* mode);
/// How long the worker may be silent.
int patience_s(const FileAtHand& file, const ReadOptions& options);

}  // namespace merestone::exchange
