// SPDX-License-Identifier: Apache-2.0
#include "cli/service/finish.hpp"

#include "gis/base/error.hpp"

#include <libdeflate.h>
#include <xxhash.h>

#include <array>
#include <cstdio>
#include <memory>

namespace merestone {
namespace {

/// Below this, gzip saves less than its header costs.
constexpr std::size_t worth_packing = 1024;

constexpr std::array<std::pair<const char*, const char*>, 8> safety{{
    {"Content-Security-Policy",
     "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"},
    {"X-Content-Type-Options", "nosniff"},
    {"Referrer-Policy", "no-referrer"},
    {"X-Frame-Options", "DENY"},
    {"Cross-Origin-Resource-Policy", "same-origin"},
    {"Cross-Origin-Opener-Policy", "same-origin"},
    {"Permissions-Policy", "camera=(), geolocation=(), microphone=()"},
    {"Vary", "Accept-Encoding"},
}};

[[noreturn]] void broken() { throw Error{Fault::unavailable, "the packed bytes cannot be unpacked"}; }

}  // namespace

std::string gzipped(std::string_view plain, int level) {
  const std::unique_ptr<libdeflate_compressor, void (*)(libdeflate_compressor*)> packer{
      libdeflate_alloc_compressor(level), libdeflate_free_compressor};
  if (!packer) throw Error{Fault::unavailable, "not enough memory to pack an answer"};
  std::string packed(libdeflate_gzip_compress_bound(packer.get(), plain.size()), '\0');
  packed.resize(libdeflate_gzip_compress(packer.get(), plain.data(), plain.size(), packed.data(), packed.size()));
  return packed;
}

bool is_gzip(std::string_view bytes) noexcept { return bytes.substr(0, 2) == "\x1f\x8b"; }

std::string unzipped(std::string_view bytes, std::size_t limit) {
  if (!is_gzip(bytes) || bytes.size() < 18) broken();
  std::size_t size = 0;  // RFC 1952: the last four bytes, little-endian, are the size modulo 2^32
  for (std::size_t i = 4; i > 0; --i) size = size << 8 | static_cast<unsigned char>(bytes[bytes.size() - 5 + i]);
  if (size > limit) broken();
  const std::unique_ptr<libdeflate_decompressor, void (*)(libdeflate_decompressor*)> unpacker{
      libdeflate_alloc_decompressor(), libdeflate_free_decompressor};
  std::string plain(size, '\0');
  std::size_t written = 0;
  if (!unpacker || libdeflate_gzip_decompress(unpacker.get(), bytes.data(), bytes.size(), plain.data(), plain.size(),
                                              &written) != LIBDEFLATE_SUCCESS || written != size)
    broken();
  return plain;
}

std::string etag_of(std::string_view bytes) {
  const auto hash = XXH3_128bits(bytes.data(), bytes.size());
  char text[40];
  std::snprintf(text, sizeof text, "\"%016llx%016llx\"", static_cast<unsigned long long>(hash.high64),
                static_cast<unsigned long long>(hash.low64));
  return text;
}

bool matches(std::string_view list, std::string_view etag) noexcept {
  if (list == "*") return true;
  for (auto at = list.find(etag); at != std::string_view::npos; at = list.find(etag, at + 1)) {
    const auto after = at + etag.size();
    if (after == list.size() || list[after] == ',' || list[after] == ' ') return true;
  }
  return false;
}

Response finish(const Request& request, Response response) {
  if (response.gzip && !request.accepts_gzip) {
    response.body = unzipped(response.body);
    response.gzip = false;
    response.etag.clear();
  } else if (!response.gzip && request.accepts_gzip && response.body.size() >= worth_packing) {
    response.body = gzipped(response.body);
    response.gzip = true;
    response.etag.clear();
  }
  for (const auto& [name, value] : safety) response.headers.emplace_back(name, value);
  if (response.status == 200) {
    if (response.etag.empty()) response.etag = etag_of(response.body);
    response.headers.emplace_back("ETag", response.etag);
    response.headers.emplace_back("Cache-Control", "no-cache");
    if (request.method != "POST" && matches(request.if_none_match, response.etag)) {
      response.status = 304;
      response.body.clear();
      response.media_type.clear();
      response.gzip = false;
    }
  } else {
    response.headers.emplace_back("Cache-Control", "no-store");
  }
  return response;
}

}  // namespace merestone
