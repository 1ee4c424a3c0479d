// SPDX-License-Identifier: Apache-2.0
#include "data/exchange/reading_relief.hpp"
#include "data/exchange/staged.hpp"
#include "gis/base/text.hpp"

namespace merestone {

ValueDelivery read_value_table(const std::string& path, const ReadOptions& options, const std::string& indicator) {
  ValueDelivery delivery;
  exchange::FieldPlan columns{{"unit_code", "year", "indicator", "figure", "source"}, {"unit_code", "year", "figure"}, false};
  if (indicator.empty()) columns.needed.push_back("indicator");
  exchange::Staged staged{path, options, {std::move(columns), {}}, {}, {}};
  for (std::size_t i = 0; i < staged.size(); ++i) {
    DeliveredValue value;
    value.record = i + 1;
    value.code = staged.needed(i, "unit_code");
    value.indicator = staged.needed(i, "indicator", indicator);
    value.source = staged.text(i, "source");
    const auto year = staged.whole(i, "year", -9999, 99999);
    if (!year) staged.needed(i, "year");
    const std::string text = staged.needed(i, "figure");
    const auto number = parse_number(text);
    if (!number && !text.empty()) {
      staged.problems().error("import.bad_number", i + 1, "value", {{"value", exchange::presentable(text)}});
    }
    if (value.code.empty() || value.indicator.empty() || !year || !number) continue;
    value.year = static_cast<int>(*year);
    value.value = *number;
    delivery.values.push_back(std::move(value));
  }
  staged.finish(delivery);
  delivery.source.kind = "statistics";
  return delivery;
}

}  // namespace merestone
