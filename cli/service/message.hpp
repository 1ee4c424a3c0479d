// SPDX-License-Identifier: Apache-2.0
/// A request and its answer as values: everything between them is a function that needs no socket.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace merestone {

struct Request {
  std::string method = "GET";
  std::string target = "/";     ///< as sent, percent-encoded
  std::string host{};           ///< as sent; one of ours
  std::string if_none_match{};
  bool accepts_gzip = false;
  std::string form{};           ///< of a POST: parameters as in a query, where they are too long for one
};

struct Response {
  unsigned status = 200;
  std::string media_type{};     ///< empty: no body
  std::string body{};
  bool gzip = false;            ///< `body` is gzip
  std::string etag{};           ///< given by `finish` when empty
  std::vector<std::pair<std::string, std::string>> headers{};
};

/// The target taken apart: decoded path segments, and parameters in order. "/" has no segments.
struct Target {
  std::vector<std::string> path;
  std::vector<std::pair<std::string, std::string>> parameters;
};

/// @throws Error{Fault::invalid} for what is not an origin-form target: no leading slash, broken percent-encoding,
/// control characters, bytes that are not UTF-8, a parameter given twice. "+" in a parameter is a space.
Target parse_target(std::string_view target);

}  // namespace merestone
