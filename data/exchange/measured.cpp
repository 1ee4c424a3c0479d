// SPDX-License-Identifier: Apache-2.0
#include "data/exchange/measured.hpp"

#include "gis/base/text.hpp"

namespace merestone::exchange {

std::optional<double> measure_of(Staged& staged, std::size_t record, std::string_view field, double most) {
  const std::string& text = staged.text(record, field);
  if (text.empty()) return {};
  const auto value = parse_number(text);
  if (value && *value >= 0 && *value <= most) return value;
  staged.problems().error("import.bad_number", record + 1, std::string{field}, {{"value", presentable(text)}, {"least", "0"}, {"most", fixed(most, 0)}});
  return {};
}

std::optional<Date> day_of(Staged& staged, std::size_t record, std::string_view field) {
  if (staged.text(record, field).empty()) return {};
  const Date day = staged.day(record, field, unknown_start);
  if (day == unknown_start) return {};
  return day;
}

}  // namespace merestone::exchange
