// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gis/names/checks/naming.hpp"

#include <string>
#include <unordered_map>
#include <vector>

namespace merestone {

/// Answers for check_naming() from names in memory, for a few hundred thousand of them: by hash of key and of sound.
class MemoryNames {
 public:
  MemoryNames(std::vector<LikeName> names, const NamingRules& rules);

  /// Borrows this.
  NameLookup lookup() const;

 private:
  using Index = std::unordered_map<std::string, std::vector<std::uint32_t>>;
  std::vector<LikeName> like(const LikeQuery& query) const;

  std::vector<LikeName> names_;
  Index by_key_;
  Index by_sound_;
  Index by_specific_;
};

/// Whether a name is of the kind that the rule is about, and lies within the scope.
bool in_question(const LikeName& name, const LikeQuery& query);

}  // namespace merestone
