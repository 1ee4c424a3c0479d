// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "data/office/project.hpp"
#include "data/store/content_store.hpp"

#include <string_view>

namespace merestone {

/// The least of a digest by which a file is asked for.
inline constexpr std::size_t least_digits = 8;

/// A file of the archive (BL-11) with a document that it belongs to.
struct KeptFile {
  Document document;
  Content content;
};

/// The file of the document whose SHA-256 is `digest`, or alone begins so. Its bytes are what the digest says.
/// @throws missing document.not_kept where no document has the digest or its file is not kept here, invalid
/// document.few_digits, document.many_begin_so, unavailable document.changed_content.
KeptFile kept_file(const Project& project, std::string_view digest);

}  // namespace merestone
