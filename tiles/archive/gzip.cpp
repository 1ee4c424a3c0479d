// SPDX-License-Identifier: Apache-2.0
#include "tiles/archive/gzip.hpp"

#include "gis/base/error.hpp"

#include <libdeflate.h>

#include <algorithm>
#include <new>

namespace merestone {
namespace {

struct FreeDecompressor {
  void operator()(libdeflate_decompressor* decompressor) const noexcept { libdeflate_free_decompressor(decompressor); }
};

}  // namespace

void Gzip::Free::operator()(libdeflate_compressor* compressor) const noexcept {
  libdeflate_free_compressor(compressor);
}

Gzip::Gzip(int level) : compressor_{libdeflate_alloc_compressor(level)} {
  if (!compressor_) throw std::bad_alloc{};
}

void Gzip::pack(std::string_view text, std::string& out) {
  out.resize(libdeflate_gzip_compress_bound(compressor_.get(), text.size()));
  out.resize(libdeflate_gzip_compress(compressor_.get(), text.data(), text.size(), out.data(), out.size()));
}

std::string gunzip(std::string_view packed, std::size_t limit) {
  const std::unique_ptr<libdeflate_decompressor, FreeDecompressor> decompressor{libdeflate_alloc_decompressor()};
  if (!decompressor) throw std::bad_alloc{};
  std::string text(std::min(limit, std::max<std::size_t>(4096, packed.size() * 8)), '\0');
  for (;;) {
    std::size_t read = 0;
    std::size_t written = 0;
    const libdeflate_result result = libdeflate_gzip_decompress_ex(decompressor.get(), packed.data(), packed.size(),
                                                                   text.data(), text.size(), &read, &written);
    if (result == LIBDEFLATE_INSUFFICIENT_SPACE && text.size() < limit) {
      text.resize(std::min(limit, text.size() * 4));
      continue;
    }
    if (result != LIBDEFLATE_SUCCESS || read != packed.size()) throw Error{Fault::invalid, "not a gzip stream, or too long"};
    text.resize(written);
    return text;
  }
}

}  // namespace merestone
