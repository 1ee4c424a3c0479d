// SPDX-License-Identifier: Apache-2.0
/// The files of documents, kept once each under the SHA-256 of their bytes.
#pragma once

#include "data/db/connection.hpp"
#include "gis/base/finding.hpp"

#include <optional>
#include <string>
#include <vector>

namespace merestone {

/// Largest file that is kept: a project is no archive of scans.
inline constexpr std::size_t largest_content = std::size_t{32} << 20;

struct Content {
  std::string media_type;
  std::string bytes;
};

std::string digest_of(const Content& content);

/// Returns the digest, which a Document then carries. The same bytes again change nothing. In an open transaction.
/// @throws Error invalid document.too_large, document.empty.
std::string add_content(Connection& connection, const Content& content);
std::optional<Content> read_content(Connection& connection, const std::string& sha256);
/// document.changed_content for every file that is not what its digest says.
std::vector<Finding> verify_contents(Connection& connection);

}  // namespace merestone
