// SPDX-License-Identifier: Apache-2.0
#include "cli/service/parameters.hpp"

#include "gis/base/error.hpp"
#include "gis/base/text.hpp"

#include <algorithm>
#include <charconv>

namespace merestone {
namespace {

[[noreturn]] void refuse(std::string_view name, std::string_view value, const std::string& expected) {
  throw Error{Fault::invalid, "the parameter \"" + std::string{name} + "\" must be " + expected,
              {{.rule = "service.bad_parameter",
                .subject = {"", "", std::string{name}},
                .facts = {{"value", std::string{value}}, {"expected", expected}}}}};
}

/// "lon,lat".
std::optional<Position> position_in(std::string_view text) {
  const auto comma = text.find(',');
  const auto lon = parse_number(text.substr(0, comma));
  const auto lat = comma == std::string_view::npos ? std::nullopt : parse_number(text.substr(comma + 1));
  if (!lon || !lat || *lon < -180 || *lon > 180 || *lat < -90 || *lat > 90) return {};
  return from_degrees(*lon, *lat);
}

}  // namespace

const std::string* Parameters::find(std::string_view name) {
  for (std::size_t i = 0; i < given_.size(); ++i) {
    if (given_[i].first != name) continue;
    used_[i] = true;
    return &given_[i].second;
  }
  return nullptr;
}

const std::string& Parameters::need(std::string_view name) {
  if (const auto* value = find(name)) return *value;
  throw Error{Fault::invalid, "the parameter \"" + std::string{name} + "\" is missing",
              {{.rule = "service.missing_parameter", .subject = {"", "", std::string{name}}}}};
}

std::string Parameters::text(std::string_view name, std::size_t max_bytes) {
  const auto& value = need(name);
  if (value.size() > max_bytes) refuse(name, value.substr(0, 20) + "…", "at most " + std::to_string(max_bytes) + " bytes");
  return value;
}

std::optional<std::string> Parameters::optional_text(std::string_view name, std::size_t max_bytes) {
  return find(name) == nullptr ? std::nullopt : std::optional{text(name, max_bytes)};
}

double Parameters::number(std::string_view name, double least, double most) {
  const auto& text = need(name);
  const auto value = parse_number(text);
  if (!value || *value < least || *value > most)
    refuse(name, text, "a number from " + shortest(least) + " to " + shortest(most));
  return *value;
}

std::optional<long> Parameters::whole(std::string_view name, long least, long most) {
  const auto* text = find(name);
  if (text == nullptr) return {};
  long value = 0;
  const auto [end, error] = std::from_chars(text->data(), text->data() + text->size(), value);
  if (error != std::errc{} || end != text->data() + text->size() || value < least || value > most)
    refuse(name, *text, "a whole number from " + std::to_string(least) + " to " + std::to_string(most));
  return value;
}

Date Parameters::day(std::string_view name, Date otherwise) {
  const auto* text = find(name);
  if (text == nullptr) return otherwise;
  try {
    return parse_date(*text);
  } catch (const Error&) {
    refuse(name, *text, "a day such as 2018-01-01");
  }
}

std::optional<Position> Parameters::position(std::string_view name) {
  const auto* text = find(name);
  if (text == nullptr) return {};
  const auto position = position_in(*text);
  if (!position) refuse(name, *text, "a position such as -0.55,47.47");
  return position;
}

Polyline Parameters::line(std::string_view name, std::size_t most) {
  Polyline line;
  std::string_view rest = need(name);
  while (!rest.empty()) {
    const auto end = std::min(rest.find(' '), rest.size());
    const auto position = position_in(rest.substr(0, end));
    if (!position) refuse(name, rest.substr(0, std::min<std::size_t>(end, 40)), "positions such as -0.55,47.47 -0.56,47.48");
    if (line.size() == most) refuse(name, std::string{rest.substr(0, 20)} + "…", "at most " + std::to_string(most) + " positions");
    line.push_back(*position);
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  if (line.size() < 2) refuse(name, need(name), "two positions at least, such as -0.55,47.47 -0.56,47.48");
  return line;
}

std::optional<std::string> Parameters::one_of(std::string_view name, std::initializer_list<std::string_view> words) {
  const auto* text = find(name);
  if (text == nullptr) return {};
  std::string all;
  for (const auto word : words) {
    if (*text == word) return *text;
    all += (all.empty() ? "" : " or ") + std::string{word};
  }
  refuse(name, *text, all);
}

void Parameters::finish() const {
  for (std::size_t i = 0; i < given_.size(); ++i) {
    if (used_[i]) continue;
    throw Error{Fault::invalid, "the parameter \"" + given_[i].first + "\" is not known here",
                {{.rule = "service.unknown_parameter", .subject = {"", "", given_[i].first}}}};
  }
}

}  // namespace merestone
