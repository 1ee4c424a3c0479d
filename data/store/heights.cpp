// SPDX-License-Identifier: Apache-2.0
#include "data/store/heights.hpp"

#include "data/db/refusal.hpp"

#include <libdeflate.h>

#include <bit>
#include <cmath>
#include <limits>
#include <memory>

namespace merestone {
namespace {

constexpr int level = 9;

struct Free {
  void operator()(libdeflate_compressor* compressor) const noexcept { libdeflate_free_compressor(compressor); }
  void operator()(libdeflate_decompressor* decompressor) const noexcept { libdeflate_free_decompressor(decompressor); }
};

/// The index whose height is next to that of `i`: the one before, at the start of a row the one above.
std::size_t neighbour(std::size_t i, std::uint32_t columns) { return i % columns != 0 ? i - 1 : i - columns; }

}  // namespace

std::string pack_heights(std::span<const float> heights_m, std::uint32_t columns) {
  const std::size_t cells = heights_m.size();
  const auto bits = [&](std::size_t i) {
    constexpr float hole = std::numeric_limits<float>::quiet_NaN();
    return std::bit_cast<std::uint32_t>(std::isnan(heights_m[i]) ? hole : heights_m[i]);
  };
  std::string planes(4 * cells, '\0');
  for (std::size_t i = 0; i < cells; ++i) {
    const std::uint32_t change = bits(i) - (i == 0 ? 0U : bits(neighbour(i, columns)));
    for (std::size_t byte = 0; byte < 4; ++byte) planes[byte * cells + i] = static_cast<char>(change >> 8 * byte & 255U);
  }
  const std::unique_ptr<libdeflate_compressor, Free> compressor{libdeflate_alloc_compressor(level)};
  if (!compressor) throw std::bad_alloc{};
  std::string packed(libdeflate_deflate_compress_bound(compressor.get(), planes.size()), '\0');
  packed.resize(libdeflate_deflate_compress(compressor.get(), planes.data(), planes.size(), packed.data(), packed.size()));
  return packed;
}

std::vector<float> unpack_heights(std::string_view packed, std::uint32_t columns, std::uint32_t rows) {
  const std::size_t cells = std::size_t{columns} * rows;
  const std::unique_ptr<libdeflate_decompressor, Free> decompressor{libdeflate_alloc_decompressor()};
  if (!decompressor) throw std::bad_alloc{};
  std::string planes(4 * cells, '\0');
  const auto outcome = libdeflate_deflate_decompress(decompressor.get(), packed.data(), packed.size(), planes.data(), planes.size(), nullptr);
  if (outcome != LIBDEFLATE_SUCCESS) refuse(Fault::invalid, "terrain.damaged", "packed heights do not fit their grid");
  std::vector<float> heights(cells);
  std::vector<std::uint32_t> bits(cells);
  for (std::size_t i = 0; i < cells; ++i) {
    std::uint32_t change = 0;
    for (std::size_t byte = 0; byte < 4; ++byte) {
      change |= std::uint32_t{static_cast<unsigned char>(planes[byte * cells + i])} << 8 * byte;
    }
    bits[i] = change + (i == 0 ? 0U : bits[neighbour(i, columns)]);
    heights[i] = std::bit_cast<float>(bits[i]);
  }
  return heights;
}

}  // namespace merestone
