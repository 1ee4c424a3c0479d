// SPDX-License-Identifier: Apache-2.0
#include "tiles/archive/pmtiles_reader.hpp"

#include "tiles/archive/aside.hpp"
#include "tiles/archive/gzip.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <mutex>

namespace merestone {
namespace {

constexpr std::uint64_t largest_directory = std::uint64_t{64} << 20;  // unpacked
constexpr std::uint64_t largest_tile = std::uint64_t{64} << 20;
constexpr std::size_t most_leaf_entries = std::size_t{4} << 20;
constexpr int deepest_leaf = 3;

Error refused(const std::string& path, const std::string& reason) {
  return {Fault::invalid, path + ": " + reason,
          {{.rule = "archive.not_pmtiles",
            .subject = {.file = path, .record = {}, .field = {}},
            .facts = {{"reason", reason}}}}};
}

/// The entry that may hold the tile: the last that begins at or before it.
const pmtiles::Entry* last_before(const std::vector<pmtiles::Entry>& directory, std::uint64_t tile) {
  const auto after = std::upper_bound(directory.begin(), directory.end(), tile,
                                      [](std::uint64_t id, const pmtiles::Entry& entry) { return id < entry.tile; });
  return after == directory.begin() ? nullptr : &*(after - 1);
}

}  // namespace

PmtilesReader::PmtilesReader(const std::string& path) : path_{path}, file_{::open(path.c_str(), O_RDONLY | O_CLOEXEC)} {
  if (file_ < 0) {
    Error error = disk_error(path);
    throw errno == ENOENT ? Error{Fault::missing, error.what(), error.findings()} : error;
  }
  try {
    struct stat status {};
    if (::fstat(file_, &status) != 0) throw disk_error(path);
    if (!S_ISREG(status.st_mode)) throw refused(path, "not a file");
    size_ = static_cast<std::uint64_t>(status.st_size);
    try {
      const pmtiles::Section start{0, std::min<std::uint64_t>(size_, pmtiles::header_size)};
      header_ = pmtiles::read_header(read(start, 0, start.length));
      if (header_.root.length > largest_directory) throw Error{Fault::invalid, "the root directory is too large"};
      if (header_.internal != pmtiles::Compression::gzip && header_.internal != pmtiles::Compression::none) {
        throw Error{Fault::invalid, "directories packed in a way not known here"};
      }
      root_ = pmtiles::read_directory(unpacked(read(header_.root, 0, header_.root.length)));
    } catch (const Error& error) {
      if (error.fault() != Fault::invalid || !error.findings().empty()) throw;
      throw refused(path, error.what());
    }
  } catch (...) {
    ::close(file_);
    throw;
  }
}

PmtilesReader::~PmtilesReader() { ::close(file_); }

/// Bytes of a section of the file, never beyond it.
std::string PmtilesReader::read(const pmtiles::Section& whole, std::uint64_t offset, std::uint64_t length) const {
  if (whole.offset > size_ || whole.length > size_ - whole.offset || offset > whole.length ||
      length > whole.length - offset || length > largest_tile) {
    throw refused(path_, "it points beyond its end");
  }
  std::string bytes(length, '\0');
  for (std::size_t at = 0; at < bytes.size();) {
    const ssize_t count =
        ::pread(file_, bytes.data() + at, bytes.size() - at, static_cast<off_t>(whole.offset + offset + at));
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) throw disk_error(path_);
    if (count == 0) throw refused(path_, "it was cut short");
    at += static_cast<std::size_t>(count);
  }
  return bytes;
}

std::string PmtilesReader::unpacked(std::string bytes) const {
  return header_.internal == pmtiles::Compression::gzip ? gunzip(bytes, largest_directory) : std::move(bytes);
}

std::string PmtilesReader::metadata() const { return unpacked(read(header_.metadata, 0, header_.metadata.length)); }

std::optional<std::string> PmtilesReader::tile(TileAddress address) const {
  if (address.zoom < header_.min_zoom || address.zoom > header_.max_zoom || address.zoom > deepest_zoom) return {};
  const std::uint64_t side = std::uint64_t{1} << address.zoom;
  if (address.x >= side || address.y >= side) return {};
  const std::uint64_t id = tile_id(address);
  const pmtiles::Entry* found = last_before(root_, id);
  if (found == nullptr) return {};
  std::optional<pmtiles::Entry> entry = *found;
  for (int depth = 0; entry && entry->run == 0; ++depth) {
    if (depth == deepest_leaf) throw refused(path_, "its directories go too deep");
    entry = find_in_leaf(id, *entry);
  }
  if (!entry || id - entry->tile >= entry->run) return {};
  return read(header_.tiles, entry->offset, entry->length);
}

std::optional<pmtiles::Entry> PmtilesReader::find_in_leaf(std::uint64_t tile, const pmtiles::Entry& leaf) const {
  const auto search = [&](const Directory& directory) -> std::optional<pmtiles::Entry> {
    const pmtiles::Entry* entry = last_before(directory, tile);
    return entry == nullptr ? std::nullopt : std::optional{*entry};
  };
  {
    const std::shared_lock lock{guard_};
    const auto known = leaves_.find(leaf.offset);
    if (known != leaves_.end()) return search(known->second);
  }
  Directory directory;
  try {
    directory = pmtiles::read_directory(unpacked(read(header_.leaves, leaf.offset, leaf.length)));
  } catch (const Error& error) {
    if (error.fault() != Fault::invalid || !error.findings().empty()) throw;
    throw refused(path_, error.what());
  }
  const auto found = search(directory);
  const std::unique_lock lock{guard_};
  if (leaf_entries_ + directory.size() > most_leaf_entries) {
    leaves_.clear();
    leaf_entries_ = 0;
  }
  const std::size_t entries = directory.size();
  if (leaves_.try_emplace(leaf.offset, std::move(directory)).second) leaf_entries_ += entries;
  return found;
}

}  // namespace merestone
