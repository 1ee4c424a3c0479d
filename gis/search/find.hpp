// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gis/search/index.hpp"
#include "gis/search/query.hpp"

#include <span>
#include <unordered_set>

namespace merestone::search {

/// An index, and the names in it that hold no longer because a later index has what became of them.
struct Source {
  const Index* index = nullptr;
  const std::unordered_set<std::int64_t>* superseded = nullptr;  ///< ids of names of places; may be null
  const std::unordered_set<std::int64_t>* superseded_divisions = nullptr;
  /// Where a division lies since the index was made, by its number; null: as the index has it.
  const std::function<std::vector<DivisionRange>(std::uint32_t)>* ranges = nullptr;
};

/// The best answers of all sources together. Layers are asked tier by tier until `limit` names are found; typos only
/// where little else is. Within a tier: by importance, then nearness, then layer, length and alphabet. Without a text
/// everything that passes the filters, in the same order; it costs as much as the names that they leave. Thread-safe.
/// @throws Error{Fault::invalid} search.not_utf8, search.too_long, for texts that cannot be a name.
Answer find(std::span<const Source> sources, const Query& query, const Language& language);

/// The longest text that is looked for, in characters.
inline constexpr std::size_t longest_query = 200;

}  // namespace merestone::search
