// SPDX-License-Identifier: Apache-2.0
#include "gis/names/place_size.hpp"

#include "gis/base/text.hpp"

#include <algorithm>

namespace merestone {
namespace {

constexpr double half_round_the_earth_m = 20'038'000, ground_of_the_earth_m2 = 5.1007e14, most_floor_area_m2 = 1e8;
constexpr int most_storeys = 300;

/// As it is written down, never as 5e+05.
std::string written(double value) {
  std::string text = fixed(value, 6);
  text.erase(text.find_last_not_of('0') + 1);
  if (text.back() == '.') text.pop_back();
  return text;
}

}  // namespace

void PlaceSize::take(const PlaceSize& later) {
  if (later.area_m2) area_m2 = later.area_m2;
  if (later.length_m) length_m = later.length_m;
  if (later.floor_area_m2) floor_area_m2 = later.floor_area_m2;
  if (later.storeys) storeys = later.storeys;
}

std::vector<Finding> check_size(const PlaceSize& size, const std::string& record) {
  std::vector<Finding> findings;
  const auto check = [&](const char* field, double value, double most) {
    if (value > 0 && value <= most) return;
    findings.push_back({.rule = "name.size", .subject = {{}, record, field}, .facts = {{"what", field}, {"value", written(value)}, {"most", written(most)}}});
  };
  if (size.area_m2) check("area_m2", *size.area_m2, ground_of_the_earth_m2);
  if (size.length_m) check("length_m", *size.length_m, half_round_the_earth_m);
  if (size.floor_area_m2) check("floor_area_m2", *size.floor_area_m2, most_floor_area_m2);
  if (size.storeys) check("storeys", *size.storeys, most_storeys);
  return findings;
}

PlaceSize size_in(std::span<const NamedValue> attributes) {
  PlaceSize size;
  for (const NamedValue& each : attributes) {
    const auto value = parse_number(each.value);
    if (!value || *value <= 0) continue;
    if (each.name == "area_m2") size.area_m2 = *value;
    if (each.name == "area_km2") size.area_m2 = *value * 1e6;
    if (each.name == "length_m") size.length_m = *value;
    if (each.name == "length_km") size.length_m = *value * 1000;
    if (each.name == "floor_area_m2") size.floor_area_m2 = *value;
    if (each.name == "storeys" && *value <= most_storeys) size.storeys = static_cast<int>(*value);
  }
  return size;
}

std::vector<NamedValue> size_attributes(const PlaceSize& size, std::span<const ClassAttribute* const> known) {
  std::vector<NamedValue> attributes;
  const auto add = [&](const char* name, std::optional<double> value) {
    const bool has = std::any_of(known.begin(), known.end(), [&](const ClassAttribute* a) { return a->name == name; });
    if (value && has) attributes.push_back({name, written(*value)});
  };
  const auto in = [](std::optional<double> value, double unit) { return value ? std::optional{*value / unit} : std::nullopt; };
  add("length_m", size.length_m);
  add("length_km", in(size.length_m, 1000));
  add("area_m2", size.area_m2);
  add("area_km2", in(size.area_m2, 1e6));
  add("floor_area_m2", size.floor_area_m2);
  add("storeys", size.storeys ? std::optional<double>{*size.storeys} : std::nullopt);
  return attributes;
}

}  // namespace merestone
