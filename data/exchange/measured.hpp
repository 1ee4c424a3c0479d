// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "data/exchange/staged.hpp"

namespace merestone::exchange {

/// A number of 0 or more; import.bad_number for other text, nothing for none.
std::optional<double> measure_of(Staged& staged, std::size_t record, std::string_view field);
/// import.bad_date for what is none.
std::optional<Date> day_of(Staged& staged, std::size_t record, std::string_view field);

/// One word of several, read by `from_text`; import.not_a_word for another, `otherwise` for none.
template <class Term, class FromText>
Term word_of(Staged& staged, std::size_t record, std::string_view field, Term otherwise, const char* words, FromText from_text) {
  const std::string& text = staged.text(record, field);
  if (text.empty()) return otherwise;
  if (const std::optional<Term> term = from_text(text)) return *term;
  staged.problems().error("import.not_a_word", record + 1, std::string{field}, {{"value", text}, {"words", words}});
  return otherwise;
}

}  // namespace merestone::exchange
