// SPDX-License-Identifier: Apache-2.0
#include "tiles/style/ramp.hpp"

#include "gis/base/error.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace merestone {
namespace {

constexpr std::size_t fewest = 3, most = 9;

/// Colours of 3 to 9 classes one after the other, six hexadecimal digits each.
struct Ramp {
  std::string_view name;
  bool diverging;
  std::array<std::string_view, most - fewest + 1> colours;
};

/// ColorBrewer 2.0, (c) 2002 Cynthia Brewer, Mark Harrower and The Pennsylvania State University, Apache-2.0. Those that
/// it calls safe for colour-blind readers.
constexpr Ramp ramps[] = {
    {"YlOrRd", false,
     {"ffeda0feb24cf03b20",
      "ffffb2fecc5cfd8d3ce31a1c",
      "ffffb2fecc5cfd8d3cf03b20bd0026",
      "ffffb2fed976feb24cfd8d3cf03b20bd0026",
      "ffffb2fed976feb24cfd8d3cfc4e2ae31a1cb10026",
      "ffffccffeda0fed976feb24cfd8d3cfc4e2ae31a1cb10026",
      "ffffccffeda0fed976feb24cfd8d3cfc4e2ae31a1cbd0026800026"}},
    {"YlGnBu", false,
     {"edf8b17fcdbb2c7fb8",
      "ffffcca1dab441b6c4225ea8",
      "ffffcca1dab441b6c42c7fb8253494",
      "ffffccc7e9b47fcdbb41b6c42c7fb8253494",
      "ffffccc7e9b47fcdbb41b6c41d91c0225ea80c2c84",
      "ffffd9edf8b1c7e9b47fcdbb41b6c41d91c0225ea80c2c84",
      "ffffd9edf8b1c7e9b47fcdbb41b6c41d91c0225ea8253494081d58"}},
    {"Blues", false,
     {"deebf79ecae13182bd",
      "eff3ffbdd7e76baed62171b5",
      "eff3ffbdd7e76baed63182bd08519c",
      "eff3ffc6dbef9ecae16baed63182bd08519c",
      "eff3ffc6dbef9ecae16baed64292c62171b5084594",
      "f7fbffdeebf7c6dbef9ecae16baed64292c62171b5084594",
      "f7fbffdeebf7c6dbef9ecae16baed64292c62171b508519c08306b"}},
    {"Oranges", false,
     {"fee6cefdae6be6550d",
      "feeddefdbe85fd8d3cd94701",
      "feeddefdbe85fd8d3ce6550da63603",
      "feeddefdd0a2fdae6bfd8d3ce6550da63603",
      "feeddefdd0a2fdae6bfd8d3cf16913d948018c2d04",
      "fff5ebfee6cefdd0a2fdae6bfd8d3cf16913d948018c2d04",
      "fff5ebfee6cefdd0a2fdae6bfd8d3cf16913d94801a636037f2704"}},
    {"Purples", false,
     {"efedf5bcbddc756bb1",
      "f2f0f7cbc9e29e9ac86a51a3",
      "f2f0f7cbc9e29e9ac8756bb154278f",
      "f2f0f7dadaebbcbddc9e9ac8756bb154278f",
      "f2f0f7dadaebbcbddc9e9ac8807dba6a51a34a1486",
      "fcfbfdefedf5dadaebbcbddc9e9ac8807dba6a51a34a1486",
      "fcfbfdefedf5dadaebbcbddc9e9ac8807dba6a51a354278f3f007d"}},
    {"PuOr", true,
     {"f1a340f7f7f7998ec3",
      "e66101fdb863b2abd25e3c99",
      "e66101fdb863f7f7f7b2abd25e3c99",
      "b35806f1a340fee0b6d8daeb998ec3542788",
      "b35806f1a340fee0b6f7f7f7d8daeb998ec3542788",
      "b35806e08214fdb863fee0b6d8daebb2abd28073ac542788",
      "b35806e08214fdb863fee0b6f7f7f7d8daebb2abd28073ac542788"}},
    {"RdBu", true,
     {"ef8a62f7f7f767a9cf",
      "ca0020f4a58292c5de0571b0",
      "ca0020f4a582f7f7f792c5de0571b0",
      "b2182bef8a62fddbc7d1e5f067a9cf2166ac",
      "b2182bef8a62fddbc7f7f7f7d1e5f067a9cf2166ac",
      "b2182bd6604df4a582fddbc7d1e5f092c5de4393c32166ac",
      "b2182bd6604df4a582fddbc7f7f7f7d1e5f092c5de4393c32166ac"}},
};

unsigned char byte_of(std::string_view text) {
  unsigned value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value, 16);
  return static_cast<unsigned char>(value);
}

}  // namespace

std::vector<std::string> ramp_names() {
  std::vector<std::string> names;
  for (const Ramp& ramp : ramps) names.emplace_back(ramp.name);
  return names;
}

std::vector<RampColour> ramp_colours(std::string_view name, std::size_t classes) {
  const auto ramp = std::find_if(std::begin(ramps), std::end(ramps), [&](const Ramp& r) { return r.name == name; });
  if (ramp == std::end(ramps)) {
    std::string known;
    for (const Ramp& r : ramps) known += (known.empty() ? "" : ", ") + std::string{r.name};
    throw Error{Fault::invalid, "no such ramp", {{.rule = "thematic.unknown_ramp", .facts = {{"ramp", std::string{name}}, {"ramps", known}}}}};
  }
  const std::size_t listed = std::clamp(classes, fewest, most);
  const std::string_view text = ramp->colours[listed - fewest];
  std::vector<RampColour> colours;
  for (std::size_t i = 0; i < listed; ++i) {
    const std::string_view one = text.substr(6 * i, 6);
    colours.push_back({byte_of(one.substr(0, 2)), byte_of(one.substr(2, 2)), byte_of(one.substr(4, 2))});
  }
  if (classes == 2) colours.erase(colours.begin() + 1);
  if (classes == 1) colours = {colours[1]};
  return colours;
}

std::string css(const RampColour& colour) {
  constexpr char digits[] = "0123456789abcdef";
  std::string text = "#";
  for (const unsigned char part : {colour.red, colour.green, colour.blue}) {
    text += digits[part >> 4U];
    text += digits[part & 15U];
  }
  return text;
}

}  // namespace merestone
