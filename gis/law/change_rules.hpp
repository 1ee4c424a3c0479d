// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gis/law/wording.hpp"

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace merestone {

/// What can happen to a division in law. Merger, split and part transfer are compositions of these (domain.md §2.3).
enum class ChangeKind { establish, abolish, rename, change_superior, change_boundary, move_seat, renumber };
inline constexpr std::array change_kinds{ChangeKind::establish,       ChangeKind::abolish,   ChangeKind::rename,
                                         ChangeKind::change_superior, ChangeKind::change_boundary,
                                         ChangeKind::move_seat,       ChangeKind::renumber};

/// "establish", "abolish", "rename", "superior", "boundary", "seat", "renumber".
std::string_view word_of(ChangeKind kind);

/// What happens to the code (AD-02…AD-04); `either`: kept or replaced, as the authority decides.
enum class CodeEffect { given, retired, kept, replaced, either };

/// Who approves, for divisions of some levels.
struct Approval {
  int from_level = 0;
  int to_level = 0;
  Wording by{};
  Wording when{};  ///< only in this case; empty: always
};

struct ChangeRule {
  ChangeKind kind{};
  Wording words{};
  Wording definition{};
  CodeEffect code = CodeEffect::kept;
  bool specific_term_only = false;  ///< a new name must keep its generic term
  std::vector<Approval> approvals{};
  std::string source{};
};

/// Milestones of changes of divisions and names, as clocks name them.
inline constexpr std::array<std::string_view, 6> change_milestones{"approved",  "filed",     "announced",
                                                                   "effective", "completed", "code_published"};

}  // namespace merestone
