// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>
#include <cstdint>
#include <string>
#include <vector>

namespace merestone::exchange {

/// What a file is asked for.
enum class Matter {
  records,  ///< things with attributes and shapes
  grid,     ///< GeoTIFF, Esri ASCII grid
  photo,    ///< JPEG
};

/// An input file that was looked at from outside: what it is by name and content, before anything parses it.
struct FileAtHand {
  std::string name;      ///< as the user gave it
  std::string path;      ///< absolute, without symbolic links
  std::string format;    ///< name of the GDAL driver
  std::string packing;   ///< "", "gzip" (one file), "zip" (a Shapefile)
  std::string extension; ///< of what is packed
  std::vector<std::string> parts;  ///< all files that belong to it, `path` first
  std::uint64_t bytes = 0;         ///< of all parts
  std::int64_t changed_ns = 0;     ///< latest change of a part
};

/// Looks at size, type, first bytes and declared lengths. Never waits on a pipe or device.
/// @throws Error import.no_file (missing); import.unreadable (unavailable); import.remote_path,
/// import.not_a_file, import.empty_file, import.unknown_format, import.format_mismatch, import.truncated,
/// import.missing_part, import.open_elsewhere (invalid).
FileAtHand look_at(const std::string& path, Matter matter = Matter::records);

/// Whether a part was written to since. @throws like look_at
bool has_changed(const FileAtHand& file);

/// SHA-256 over all parts in order, hexadecimal. Gives up, with an empty text, once `stop` is set.
std::string sha256_of(const FileAtHand& file, const std::atomic<bool>& stop);

}  // namespace merestone::exchange
