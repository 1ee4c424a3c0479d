// SPDX-License-Identifier: Apache-2.0
/// The last step of every answer: validators, compression, and the headers that keep a browser safe.
#pragma once

#include "cli/service/message.hpp"

#include <string>
#include <string_view>

namespace merestone {

std::string gzipped(std::string_view plain, int level = 6);

/// @throws Error{Fault::unavailable} when `bytes` is not gzip or is larger than `limit` unpacked.
std::string unzipped(std::string_view bytes, std::size_t limit = std::size_t{64} << 20);

bool is_gzip(std::string_view bytes) noexcept;

/// A strong validator of exactly these bytes, in quotes.
std::string etag_of(std::string_view bytes);

/// Whether the list of an If-None-Match header names `etag` (weak comparison, RFC 9110 §13.1.2).
bool matches(std::string_view if_none_match, std::string_view etag) noexcept;

/// Packs or unpacks the body as the client accepts it, gives a 200 its ETag and turns it into a 304 when the
/// client has it already, and adds the security headers.
Response finish(const Request& request, Response response);

}  // namespace merestone
