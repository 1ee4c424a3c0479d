// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

struct libdeflate_compressor;

namespace merestone {

/// Makes gzip; the same input gives the same bytes: no time, no name. One per thread.
class Gzip {
 public:
  explicit Gzip(int level);
  /// Into `out`, whose old content goes.
  void pack(std::string_view text, std::string& out);

 private:
  struct Free {
    void operator()(libdeflate_compressor* compressor) const noexcept;
  };
  std::unique_ptr<libdeflate_compressor, Free> compressor_;
};

/// @throws Error{Fault::invalid} for anything but one whole gzip member of at most `limit` bytes unpacked.
std::string gunzip(std::string_view packed, std::size_t limit);

}  // namespace merestone
