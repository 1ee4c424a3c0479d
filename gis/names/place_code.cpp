// SPDX-License-Identifier: Apache-2.0
#include "gis/names/place_code.hpp"

#include <algorithm>
#include <charconv>
#include <stdexcept>

namespace merestone {
namespace {

Finding finding(const char* rule, Severity severity, std::string_view code, std::string expected) {
  return {.rule = rule, .severity = severity, .subject = {{}, std::string{code}, "place_code"},
          .facts = {{"code", std::string{code}}, {"expected", std::move(expected)}}};
}

/// Nine digits without the zeros that stand for a level left out: 2, 4, 6 or 9 of them.
std::string_view significant(std::string_view nine) {
  for (const std::size_t length : {std::size_t{9}, std::size_t{6}, std::size_t{4}, std::size_t{2}}) {
    const std::size_t shorter = length == 9 ? 6 : length - 2;
    if (nine.substr(shorter, length - shorter).find_first_not_of('0') != std::string_view::npos) return nine.substr(0, length);
  }
  return {};
}

}  // namespace

std::optional<PlaceCodeParts> parse_place_code(std::string_view code) {
  if (code.size() != 20 || code.find_first_not_of("0123456789") != std::string_view::npos) return std::nullopt;
  PlaceCodeParts parts{std::string{code.substr(0, 6)}, std::string{code.substr(6, 3)}, std::string{code.substr(9, 5)}, 0};
  std::from_chars(code.data() + 14, code.data() + 20, parts.serial);
  if (parts.serial == 0) return std::nullopt;
  return parts;
}

std::string to_string(const PlaceCodeParts& parts) {
  const std::string serial = std::to_string(parts.serial);
  if (parts.division.size() != 6 || parts.township.size() != 3 || parts.type.size() != 5 || serial.size() > 6 || parts.serial < 1) {
    throw std::logic_error{"no parts of a place code"};
  }
  return parts.division + parts.township + parts.type + std::string(6 - serial.size(), '0') + serial;
}

std::string common_division(std::span<const std::string> codes) {
  std::string common;
  for (std::size_t i = 0; i < codes.size(); ++i) {
    std::string nine = codes[i].substr(0, 9);
    nine.resize(9, '0');
    if (i == 0) common = nine;
    std::size_t same = 0;
    while (same < 9 && common[same] == nine[same]) ++same;
    const std::size_t whole = same >= 9 ? 9 : same >= 6 ? 6 : same >= 4 ? 4 : same >= 2 ? 2 : 0;
    common = common.substr(0, whole);
    common.resize(9, '0');
  }
  common.resize(9, '0');
  return common;
}

std::vector<Finding> check_place_code(std::string_view code, std::span<const std::string> division_codes, std::string_view class_code) {
  const auto parts = parse_place_code(code);
  if (!parts) return {finding("name.place_code", Severity::error, code, "20")};
  std::vector<Finding> findings;
  const std::string held = parts->division + parts->township;
  const std::string_view below = significant(held);
  const bool inside = division_codes.empty() || std::all_of(division_codes.begin(), division_codes.end(), [&](const std::string& d) {
    return d.starts_with(below) || std::string{below}.starts_with(d);
  });
  if (!inside) findings.push_back(finding("name.place_code_division", Severity::warning, code, common_division(division_codes)));
  if (!class_code.empty() && !parts->type.starts_with(class_code)) {
    findings.push_back(finding("name.place_code_class", Severity::warning, code, std::string{class_code}));
  }
  return findings;
}

}  // namespace merestone
