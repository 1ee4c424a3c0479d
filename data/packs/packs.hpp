// SPDX-License-Identifier: Apache-2.0
/// Country packs: folders of JSON files, built in or of the office's own. README.md has the format.
#pragma once

#include "gis/law/country_pack.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace merestone {

/// One file of a pack: "codes.json".
struct PackFile {
  std::string name;
  std::string text;
};

/// The pack of projects that name none: no levels, no kinds, every code allowed.
inline constexpr std::string_view neutral_pack = "neutral";

/// Ids of the packs that come with the program, sorted.
std::vector<std::string> built_in_packs();
/// Files of a pack that is built in; empty when none has this id.
std::vector<PackFile> built_in_pack_files(std::string_view id);

/// Files of a pack by its id, or of a folder. @throws Error missing pack.unknown when there is neither, unavailable
/// pack.unreadable when a file cannot be read or is larger than a pack may be.
std::vector<PackFile> pack_files(const std::string& id_or_folder);

/// @throws Error invalid with everything that is wrong: json.malformed, pack.missing_file, json.missing_field,
/// json.bad_field (of another type or not one of its words), json.unknown_field, and what check_pack() finds. Subjects
/// name the file, and as field the path in it.
CountryPack read_pack(const std::vector<PackFile>& files);

inline CountryPack load_pack(const std::string& id_or_folder) { return read_pack(pack_files(id_or_folder)); }

}  // namespace merestone
