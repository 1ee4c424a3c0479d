// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "data/exchange/problems.hpp"
#include "data/exchange/staged.hpp"

namespace merestone::exchange {

/// Metres or square metres that an office can mean: nothing it keeps is larger.
constexpr double most_measure = 1e9;

/// A number from 0 to `most`; import.bad_number for other text, nothing for none.
std::optional<double> measure_of(Staged& staged, std::size_t record, std::string_view field, double most = most_measure);
/// import.bad_date for what is none.
std::optional<Date> day_of(Staged& staged, std::size_t record, std::string_view field);

/// One word of several, read by `from_text`; import.not_a_word for another, `otherwise` for none.
template <class Term, class FromText>
Term word_of(Staged& staged, std::size_t record, std::string_view field, Term otherwise, const char* words, FromText from_text) {
  const std::string& text = staged.text(record, field);
  if (text.empty()) return otherwise;
  if (const std::optional<Term> term = from_text(text)) return *term;
  staged.problems().error("import.not_a_word", record + 1, std::string{field}, {{"value", presentable(text)}, {"words", words}});
  return otherwise;
}

}  // namespace merestone::exchange
