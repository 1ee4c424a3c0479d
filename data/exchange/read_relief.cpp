// SPDX-License-Identifier: Apache-2.0
#include "data/exchange/measured.hpp"
#include "data/exchange/reading_relief.hpp"
#include "data/exchange/staged.hpp"
#include "gis/base/error.hpp"
#include "gis/base/text.hpp"

#include <algorithm>
#include <cmath>

namespace merestone {
namespace {

using exchange::Shape;
using exchange::Staged;

constexpr std::int64_t most_people = 10'000'000'000;

/// A table whose rows lie somewhere.
struct Located {
  std::vector<Position> places;
  Staged staged;

  Located(const std::string& path, const ReadOptions& options, exchange::FieldPlan columns)
      : staged{path, options, {std::move(columns), exchange::Wanted::point},
               [this](std::size_t record, const Shape&, const std::vector<Position>& positions) {
                 places.resize(std::max(places.size(), record + 1));
                 places[record] = positions.front();
               },
               {}} {
    places.resize(staged.size());
    for (std::size_t i = 0; i < staged.size(); ++i) {
      if (staged.shapeless(i)) staged.problems().error("import.null_geometry", i + 1, "");
    }
  }
};

/// A number of a field; 0 where there is none. Signs are for the rules to judge.
double number(Staged& staged, std::size_t row, std::string_view field, const char* column, bool needed) {
  const std::string text = needed ? staged.needed(row, field) : staged.text(row, field);
  if (text.empty()) return 0;
  auto value = parse_number(text);
  if (value && std::abs(*value) > exchange::most_measure) value.reset();
  if (!value) staged.problems().error("import.bad_number", row + 1, column, {{"value", exchange::presentable(text)}});
  return value.value_or(0);
}

std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find_first_of(";,"), text.size());
    if (const auto word = trimmed(text.substr(0, end)); !word.empty()) words.emplace_back(word);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return words;
}

}  // namespace

ShelterDelivery read_shelter_table(const std::string& path, const ReadOptions& options) {
  ShelterDelivery delivery;
  Located table{path, options,
                {{"id", "name", "relief_level", "space", "effective_area", "area_per_head", "hazards", "duration", "in_use", "exits", "equipment", "lon", "lat",
                  "source", "from", "until"},
                 {"id", "name", "effective_area", "duration"}, false}};
  Staged& staged = table.staged;
  for (std::size_t i = 0; i < staged.size(); ++i) {
    Shelter s;
    s.local_id = staged.needed(i, "id");
    s.name = staged.needed(i, "name");
    s.level = staged.text(i, "relief_level");
    s.space = staged.text(i, "space");
    s.duration = staged.needed(i, "duration");
    s.effective_area_m2 = number(staged, i, "effective_area", "effective_area_m2", true);
    s.area_per_head_m2 = number(staged, i, "area_per_head", "area_per_head_m2", false);
    s.hazards = words_of(staged.text(i, "hazards"));
    s.in_use = staged.whole(i, "in_use", -most_people, most_people).value_or(0);
    if (const auto exits = staged.whole(i, "exits", 0, 1000)) s.exits = static_cast<int>(*exits);
    s.equipment = staged.text(i, "equipment");
    s.source = staged.text(i, "source");
    s.position = table.places[i];
    s.valid = staged.period(i);
    delivery.shelters.push_back({std::move(s), i + 1});
  }
  staged.finish(delivery);
  delivery.source.kind = "table";
  return delivery;
}

DepotDelivery read_depot_table(const std::string& path, const ReadOptions& options) {
  DepotDelivery delivery;
  Located table{path, options, {{"id", "name", "relief_level", "covers_people", "lon", "lat", "source", "from", "until"}, {"id", "name"}, false}};
  Staged& staged = table.staged;
  for (std::size_t i = 0; i < staged.size(); ++i) {
    Depot d;
    d.local_id = staged.needed(i, "id");
    d.name = staged.needed(i, "name");
    d.level = staged.text(i, "relief_level");
    d.covers_people = staged.whole(i, "covers_people", -most_people, most_people).value_or(0);
    d.source = staged.text(i, "source");
    d.position = table.places[i];
    d.valid = staged.period(i);
    delivery.depots.push_back({std::move(d), i + 1});
  }
  staged.finish(delivery);
  delivery.source.kind = "table";
  return delivery;
}

StockDelivery read_stock_table(const std::string& path, const ReadOptions& options, Date counted) {
  StockDelivery delivery;
  Staged staged{path, options, {{{"depot", "item", "unit", "quantity", "expires_on", "counted", "source"}, {"depot", "item", "quantity"}, false}, {}}, {}, {}};
  for (std::size_t i = 0; i < staged.size(); ++i) {
    DeliveredLot d;
    d.record = i + 1;
    d.depot = staged.needed(i, "depot");
    d.lot.item = staged.needed(i, "item");
    d.lot.unit = staged.text(i, "unit");
    d.lot.quantity = number(staged, i, "quantity", "quantity", true);
    if (!staged.text(i, "expires_on").empty()) d.lot.expires = staged.day(i, "expires_on", counted);
    d.lot.counted = staged.day(i, "counted", counted);
    d.lot.source = staged.text(i, "source");
    delivery.lots.push_back(std::move(d));
  }
  staged.finish(delivery);
  delivery.source.kind = "stock";
  return delivery;
}

ReportDelivery read_report_table(const std::string& path, const ReadOptions& options, const std::string& event) {
  ReportDelivery delivery;
  exchange::FieldPlan columns{{"event", "hazards", "stage", "as_of", "unit_code", "indicator", "figure", "source"},
                              {"stage", "as_of", "unit_code", "indicator", "figure"}, false};
  if (event.empty()) columns.needed.push_back("event");
  Staged staged{path, options, {std::move(columns), {}}, {}, {}};
  for (std::size_t i = 0; i < staged.size(); ++i) {
    DeliveredReport d;
    d.record = i + 1;
    d.event = staged.needed(i, "event", event);
    d.hazard = staged.text(i, "hazards");
    d.stage = staged.needed(i, "stage");
    d.code = staged.needed(i, "unit_code");
    d.indicator = staged.needed(i, "indicator");
    d.value = number(staged, i, "figure", "value", true);
    d.source = staged.text(i, "source");
    const std::string as_of = staged.needed(i, "as_of");
    const auto moment = parse_moment(as_of);
    if (!moment && !as_of.empty()) staged.problems().error("event.bad_moment", i + 1, "as_of", {{"value", exchange::presentable(as_of)}});
    if (!moment) continue;
    d.as_of = *moment;
    delivery.reports.push_back(std::move(d));
  }
  staged.finish(delivery);
  delivery.source.kind = "report";
  return delivery;
}

}  // namespace merestone
