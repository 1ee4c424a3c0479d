// SPDX-License-Identifier: Apache-2.0
#include "gis/script/spelling_class.hpp"

namespace merestone {
namespace {

constexpr const char* class_words[spelling_class_count] = {"division", "committee", "settlement", "natural",
                                                           "street",   "residence", "facility",   "other"};

}  // namespace

std::optional<SpellingClass> spelling_class(std::string_view word) {
  for (std::size_t i = 0; i < spelling_class_count; ++i) {
    if (word == class_words[i]) return static_cast<SpellingClass>(i);
  }
  return {};
}

const char* word_of(SpellingClass which) { return class_words[static_cast<std::size_t>(which)]; }

}  // namespace merestone
