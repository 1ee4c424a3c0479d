// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace merestone::exchange {

class Problems;

/// What one kind of delivery takes from the columns of a file.
struct FieldPlan {
  std::vector<std::string_view> fields;
  std::vector<std::string_view> needed;  ///< without a column for each of these there is no delivery
  bool name_per_language = false;        ///< also columns such as name:fr, name_zh, as fields "name:fr", "name:zh"
};

/// One of our fields and the column it stands in.
struct Slot {
  std::string field;
  std::string column;
  std::size_t index = 0;  ///< of the column in the file
};

/// Chooses for each field what `given` says, else the first column that bears one of the names common for it
/// (insee, adcode, 行政区划代码, …); no column serves two fields. Adds the note import.columns on what was chosen.
/// @throws Error invalid import.missing_column for a given or needed column that is not there, and
/// import.unknown_field for a given field that this kind of delivery does not have.
std::vector<Slot> map_columns(const FieldPlan& plan, const std::vector<std::string>& columns,
                              const std::map<std::string, std::string>& given, Problems& problems);

/// The language that a column such as "name:fr", "name_zh-Hans" or "nom_br" is for.
std::optional<std::string> language_of_column(std::string_view column);

}  // namespace merestone::exchange
