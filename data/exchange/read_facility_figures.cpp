// SPDX-License-Identifier: Apache-2.0
#include "data/exchange/measured.hpp"
#include "data/exchange/reading_burials.hpp"

#include <algorithm>

namespace merestone {
namespace {

using exchange::Staged;

constexpr std::int64_t most_plots = 1'000'000'000;

/// What the table holds of each facility, put together.
class ByFacility {
 public:
  explicit ByFacility(FacilityFileDelivery& delivery) : delivery_{delivery} {}

  DeliveredFacility& of(const std::string& id) {
    auto& all = delivery_.facilities;
    const auto found = std::find_if(all.begin(), all.end(), [&](const DeliveredFacility& f) { return f.facility.local_id == id; });
    if (found != all.end()) return *found;
    all.emplace_back().facility.local_id = id;
    return all.back();
  }

 private:
  FacilityFileDelivery& delivery_;
};

}  // namespace

FacilityFileDelivery read_facility_stock(const std::string& path, const ReadOptions& options) {
  FacilityFileDelivery delivery;
  ByFacility facilities{delivery};
  Staged staged{path, options, {{{"facility_id", "counted_on", "plot", "planned", "plots_used", "reserved", "unit_area"},
                                 {"facility_id", "counted_on", "plot", "planned", "plots_used"}}, {}}, {}, {}};
  for (std::size_t i = 0; i < staged.size(); ++i) {
    const std::string id = staged.needed(i, "facility_id");
    FacilityStock s;
    staged.needed(i, "counted_on");
    s.counted = staged.day(i, "counted_on", unknown_start);
    s.type = staged.needed(i, "plot");
    s.planned = staged.whole(i, "planned", 0, most_plots).value_or(0);
    s.used = staged.whole(i, "plots_used", 0, most_plots).value_or(0);
    s.reserved = staged.whole(i, "reserved", 0, most_plots).value_or(0);
    s.unit_area_m2 = exchange::measure_of(staged, i, "unit_area");
    facilities.of(id).stock.push_back(std::move(s));
  }
  staged.finish(delivery);
  return delivery;
}

FacilityFileDelivery read_facility_years(const std::string& path, const ReadOptions& options) {
  FacilityFileDelivery delivery;
  ByFacility facilities{delivery};
  Staged staged{path, options, {{{"facility_id", "year", "placements", "ecological", "inspected_on", "inspection_result", "facility_note"},
                                 {"facility_id", "year"}}, {}}, {}, {}};
  const auto result_of = [](std::string_view text) -> std::optional<std::string> {
    if (text == "passed" || text == "合格") return "passed";
    if (text == "to_correct" || text == "整改") return "to_correct";
    if (text == "failed" || text == "不合格") return "failed";
    return {};
  };
  for (std::size_t i = 0; i < staged.size(); ++i) {
    const std::string id = staged.needed(i, "facility_id");
    FacilityYear y;
    staged.needed(i, "year");
    y.year = static_cast<int>(staged.whole(i, "year", 1900, 2999).value_or(0));
    y.placements = staged.whole(i, "placements", 0, most_plots);
    y.ecological = staged.whole(i, "ecological", 0, most_plots);
    y.inspected_on = exchange::day_of(staged, i, "inspected_on");
    y.inspection = exchange::word_of(staged, i, "inspection_result", std::string{}, "passed, to_correct, failed", result_of);
    y.note = staged.text(i, "facility_note");
    facilities.of(id).years.push_back(std::move(y));
  }
  staged.finish(delivery);
  return delivery;
}

FacilityFileDelivery read_facility_prices(const std::string& path, const ReadOptions& options) {
  FacilityFileDelivery delivery;
  ByFacility facilities{delivery};
  Staged staged{path, options, {{{"facility_id", "item", "basis", "price", "currency", "price_unit", "from", "until"},
                                 {"facility_id", "item", "price"}}, {}}, {}, {}};
  const auto basis_of = [](std::string_view text) -> std::optional<std::string> {
    if (text == "set" || text == "政府定价") return "set";
    if (text == "guided" || text == "政府指导价") return "guided";
    if (text == "market" || text == "市场调节价") return "market";
    if (text == "free" || text == "免费") return "free";
    return {};
  };
  for (std::size_t i = 0; i < staged.size(); ++i) {
    const std::string id = staged.needed(i, "facility_id");
    FacilityPrice p;
    p.item = staged.needed(i, "item");
    p.basis = exchange::word_of(staged, i, "basis", std::string{"set"}, "set, guided, market, free", basis_of);
    p.price = exchange::measure_of(staged, i, "price").value_or(0);
    p.currency = staged.text(i, "currency");
    p.unit = staged.text(i, "price_unit");
    p.valid = staged.period(i);
    facilities.of(id).prices.push_back(std::move(p));
  }
  staged.finish(delivery);
  return delivery;
}

}  // namespace merestone
