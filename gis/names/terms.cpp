// SPDX-License-Identifier: Apache-2.0
#include "gis/names/terms.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

namespace merestone {
namespace {

// Each list is in the order of the enumerators.
constexpr std::array<std::string_view, 7> kinds{"official", "former", "variant", "short", "minority", "exonym", "sign"};
constexpr std::array<std::string_view, 4> statuses{"recorded", "approved", "in_force", "abolished"};
constexpr std::array<std::string_view, 3> certainties{"confirmed", "derived", "unsure"};
constexpr std::array<std::string_view, 5> roles{"position", "extent", "course", "entrance", "label"};
constexpr std::array<std::string_view, 3> acts{"name", "rename", "abolish"};
constexpr std::array<std::string_view, 8> sign_kinds{"division", "village", "street", "lane", "building", "door", "natural_feature", "crossing"};
constexpr std::array<std::string_view, 5> conditions{"ok", "damaged", "missing", "wrong_text", "obscured"};

template <class Term, std::size_t N>
std::optional<Term> term(const std::array<std::string_view, N>& words, std::string_view word) {
  const auto found = std::find(words.begin(), words.end(), word);
  if (found == words.end()) return std::nullopt;
  return static_cast<Term>(found - words.begin());
}

template <class Term, std::size_t N>
std::string_view word(const std::array<std::string_view, N>& words, Term term) {
  return words[static_cast<std::size_t>(term)];
}

}  // namespace

std::string_view to_text(NameKind kind) { return word(kinds, kind); }
std::string_view to_text(NameStatus status) { return word(statuses, status); }
std::string_view to_text(Certainty certainty) { return word(certainties, certainty); }
std::string_view to_text(ShapeRole role) { return word(roles, role); }
std::string_view to_text(NameAct act) { return word(acts, act); }
std::string_view to_text(SignKind kind) { return word(sign_kinds, kind); }
std::string_view to_text(SignCondition condition) { return word(conditions, condition); }

std::optional<NameKind> name_kind(std::string_view word) { return term<NameKind>(kinds, word); }
std::optional<NameStatus> name_status(std::string_view word) { return term<NameStatus>(statuses, word); }
std::optional<Certainty> certainty(std::string_view word) { return term<Certainty>(certainties, word); }
std::optional<ShapeRole> shape_role(std::string_view word) { return term<ShapeRole>(roles, word); }
std::optional<NameAct> name_act(std::string_view word) { return term<NameAct>(acts, word); }
std::optional<SignKind> sign_kind(std::string_view word) { return term<SignKind>(sign_kinds, word); }
std::optional<SignCondition> sign_condition(std::string_view word) { return term<SignCondition>(conditions, word); }

std::span<const std::string_view> name_kind_words() { return kinds; }
std::span<const std::string_view> sign_kind_words() { return sign_kinds; }
std::span<const std::string_view> sign_condition_words() { return conditions; }

}  // namespace merestone
