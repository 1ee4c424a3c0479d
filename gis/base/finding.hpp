// SPDX-License-Identifier: Apache-2.0
/// A problem in data is data: what rule it breaks, where it stands, and the facts an officer needs
/// to mend it. The words are made at the edge (cli/words), in the reader's language.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace merestone {

enum class Severity {
  note,     ///< worth knowing
  warning,  ///< may go ahead, the office decides
  error,    ///< must be mended before anything is written
};

/// Where in an input, or on which record of the project, the problem stands. Empty parts are unknown.
struct Subject {
  std::string file;    ///< name of the input file as the user gave it
  std::string record;  ///< "17" for the 17th record, or a code such as "49007"
  std::string field;   ///< column or attribute
};

/// A place on the ground, degrees, WGS 84, longitude before latitude.
struct Place {
  double lon = 0;
  double lat = 0;
};

struct Finding {
  std::string rule;  ///< stable id, "mesh.gap", "import.duplicate_code": see cli/words for all of them
  Severity severity = Severity::error;
  Subject subject{};
  std::optional<Place> place{};
  /// Named values for the words: {"area_m2", "12.5"}, {"left", "49007"}, {"right", "49008"}.
  std::vector<std::pair<std::string, std::string>> facts{};
};

}  // namespace merestone
