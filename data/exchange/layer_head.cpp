// SPDX-License-Identifier: Apache-2.0
#include "data/exchange/layer_head.hpp"

#include "data/exchange/encoding.hpp"
#include "data/exchange/problems.hpp"
#include "gis/base/text.hpp"

#include <unistd.h>

#include <algorithm>

namespace merestone::exchange {
namespace {

constexpr std::uint64_t megabyte = 1U << 20;

std::uint64_t machine_memory() {
  return static_cast<std::uint64_t>(::sysconf(_SC_PHYS_PAGES)) * static_cast<std::uint64_t>(::sysconf(_SC_PAGESIZE));
}

/// Text formats are the greedy ones: a parsed TopoJSON takes about twenty times its size. A packed file is taken
/// to become ten times larger.
std::uint64_t bytes_to_parse(const FileAtHand& file) { return file.packing.empty() ? file.bytes : 10 * file.bytes; }

/// Map data shrink to a tenth; what would grow a hundredfold is no map.
std::uint64_t most_unpacked(const FileAtHand& file, const ReadLimits& limits) {
  return std::min(limits.unpacked_mb * megabyte, std::max(64 * megabyte, 100 * file.bytes));
}

std::uint64_t memory_for(const FileAtHand& file, const ReadLimits& limits) {
  if (limits.memory_mb != 0) return limits.memory_mb * megabyte;
  const std::uint64_t most = std::max(machine_memory() / 4 * 3, 2048 * megabyte);
  return std::min(most, 2048 * megabyte + 24 * bytes_to_parse(file));
}

int seconds_for(const FileAtHand& file, const ReadLimits& limits) {
  if (limits.seconds != 0) return limits.seconds;
  return static_cast<int>(std::min<std::uint64_t>(60 + bytes_to_parse(file) / megabyte, 24 * 3600));
}

}  // namespace

LayerHead read_head(wire::Cursor& payload) {
  constexpr std::uint32_t most_columns = 10'000;
  LayerHead head;
  head.format = payload.text();
  head.layer = payload.text();
  head.shape = payload.text();
  head.reference.code = payload.text();
  head.reference.wkt = payload.text();
  head.code_page = payload.text();
  head.language_id = payload.number();
  head.records = payload.wide();
  const std::uint32_t columns = payload.number();
  if (columns > most_columns) throw wire::Broken{"too many columns"};
  for (std::uint32_t i = 0; i < columns; ++i) {
    std::string name{payload.text()};
    head.columns.emplace_back(std::move(name), payload.text());
  }
  return head;
}

std::optional<std::string> encoding_of(const LayerHead& head, const ReadOptions& options, const std::string& file) {
  if (head.format == "GeoJSON") return "UTF-8";  // decoded as a whole, before it is parsed
  const std::string named{trimmed(options.encoding.empty() ? head.code_page : options.encoding)};
  if (!named.empty()) {
    auto known = known_encoding(named);
    if (!known) fail(Fault::invalid, "import.unknown_encoding", file, {{"encoding", presentable(named)}});
    return known;
  }
  if (head.format == "CSV") return {};
  if (head.format == "ESRI Shapefile") return encoding_of_language_id(head.language_id);
  return "UTF-8";
}

Request request_for(const FileAtHand& file, const ReadOptions& options, const char* mode) {
  Request request{
      {"mode", mode},
      {"format", file.format},
      {"path", file.path},
      {"packing", file.packing},
      {"extension", file.extension},
      {"layer", options.layer},
      {"encoding", known_encoding(options.encoding).value_or("")},
      {"unpacked", std::to_string(most_unpacked(file, options.limits))},
      {"memory", std::to_string(memory_for(file, options.limits))},
      {"seconds", std::to_string(seconds_for(file, options.limits))},
      {"written", "0"},
  };
  for (std::size_t i = 0; i < file.parts.size(); ++i) request.emplace_back("file" + std::to_string(i), file.parts[i]);
  return request;
}

int patience_s(const FileAtHand& file, const ReadOptions& options) {
  return 10 + 2 * seconds_for(file, options.limits);  // a busy machine gives it less than a whole processor
}

}  // namespace merestone::exchange
