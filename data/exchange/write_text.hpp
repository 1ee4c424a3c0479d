// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace merestone {

/// Writes a text into a file as write_layers() does: made aside, brought to disk, moved into place whole.
/// @throws Error conflict export.exists; missing export.no_folder; unavailable export.failed.
void write_text(const std::string& path, std::string_view text, bool overwrite);

}  // namespace merestone
