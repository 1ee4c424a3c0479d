// SPDX-License-Identifier: Apache-2.0
/// A Chinese place name cut into its specific term 专名, its generic term 通名 and what modifies them, as the rules of
/// spelling of 1984 (84中地字第17号) cut it. Terms are data: data/terms.tsv.
#pragma once

#include "gis/script/spelling_class.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace merestone {

enum class PartRole : std::uint8_t {
  specific,  ///< 太行 of 太行山; all of a village's name
  modifier,  ///< stands apart from what it modifies: 第二 of 第二松花江
  ordinal,   ///< the number of a street, written in digits: 五 of 经五路
  people,    ///< 土家族 of 恩施土家族苗族自治州
  generic,   ///< 山 of 太行山, 后街 of 景山后街
};
const char* word_of(PartRole role);

/// One word of the spelling: characters [from, until) of the name.
struct NamePart {
  std::size_t from = 0;
  std::size_t until = 0;
  PartRole role = PartRole::specific;
};

/// The words of a name, in order and without gaps. A settlement's name is one word (PN-42); a name without a generic term
/// of its class is specific as a whole. Linear in the length.
std::vector<NamePart> name_parts(std::u32string_view name, SpellingClass which);

/// The two terms as text; generic is empty where there is none. A settlement has its last term as generic, though it is
/// spelled in one word: 王 and 村.
struct NameTerms {
  std::string specific;
  std::string generic;
};
NameTerms name_terms(std::string_view name, SpellingClass which);

}  // namespace merestone
