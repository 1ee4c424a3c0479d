// SPDX-License-Identifier: Apache-2.0
#include "data/packs/json_node.hpp"

#include "gis/base/error.hpp"

#include <algorithm>

namespace merestone {
namespace {

std::optional<Date> day_in(const nlohmann::json& json) {
  if (!json.is_string()) return std::nullopt;
  try {
    return parse_date(json.get<std::string>());
  } catch (const Error&) {
    return std::nullopt;
  }
}

std::optional<int> whole_in(const nlohmann::json& json) {
  if (!json.is_number_integer()) return std::nullopt;
  const auto value = json.get<std::int64_t>();
  if (value < 0 || value > 1'000'000) return std::nullopt;
  return static_cast<int>(value);
}

std::optional<std::string> text_in(const nlohmann::json& json) {
  if (!json.is_string()) return std::nullopt;
  return json.get<std::string>();
}

std::optional<Wording> wording_in(const nlohmann::json& json) {
  if (!json.is_object() || json.size() != 2 || !json.contains("en") || !json.contains("zh")) return std::nullopt;
  const auto en = text_in(json["en"]);
  const auto zh = text_in(json["zh"]);
  if (!en || !zh) return std::nullopt;
  return Wording{*en, *zh};
}

}  // namespace

std::optional<DigitRange> digit_range(const std::string& text) {
  const auto dash = text.find('-');
  const DigitRange range = dash == std::string::npos ? DigitRange{text, text} : DigitRange{text.substr(0, dash), text.substr(dash + 1)};
  const auto digits = [](const std::string& t) {
    return !t.empty() && t.find_first_not_of("0123456789") == std::string::npos;
  };
  if (!digits(range.first) || !digits(range.last)) return std::nullopt;
  return range;
}

void JsonReading::report(const char* rule, const std::string& path, const std::string& value) {
  findings.push_back({.rule = rule, .subject = {file, {}, path}, .facts = {{"file", file}, {"field", path}, {"value", value}}});
}

JsonNode::JsonNode(JsonReading& reading, const nlohmann::json& json, std::string path)
    : reading_{reading}, json_{json}, path_{std::move(path)} {
  if (!json_.is_object()) reading_.report("json.bad_field", path_, json_.type_name());
}

const nlohmann::json* JsonNode::find(const char* field, bool required) {
  asked_.insert(field);
  if (has(field)) return &json_.at(field);
  if (required && json_.is_object()) reading_.report("json.missing_field", path_ + "/" + field, "");
  return nullptr;
}

void JsonNode::bad(const char* field) {
  reading_.report("json.bad_field", path_ + "/" + field, json_.at(field).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace).substr(0, 80));
}

std::string JsonNode::text(const char* field, bool required) {
  const auto* json = find(field, required);
  if (json == nullptr) return {};
  const auto value = text_in(*json);
  if (!value || (required && value->empty())) bad(field);
  return value.value_or("");
}

int JsonNode::whole(const char* field, bool required) {
  const auto* json = find(field, required);
  if (json == nullptr) return 0;
  const auto value = whole_in(*json);
  if (!value) bad(field);
  return value.value_or(0);
}

double JsonNode::number(const char* field) {
  const auto* json = find(field, false);
  if (json == nullptr) return 0;
  if (!json->is_number() || json->get<double>() < 0) {
    bad(field);
    return 0;
  }
  return json->get<double>();
}

double JsonNode::signed_number(const char* field) {
  const auto* json = find(field, true);
  if (json == nullptr) return 0;
  if (!json->is_number()) bad(field);
  return json->is_number() ? json->get<double>() : 0;
}

bool JsonNode::flag(const char* field) {
  const auto* json = find(field, false);
  if (json == nullptr) return false;
  if (!json->is_boolean()) bad(field);
  return json->is_boolean() && json->get<bool>();
}

std::optional<Date> JsonNode::day(const char* field) {
  const auto* json = find(field, false);
  if (json == nullptr) return std::nullopt;
  const auto value = day_in(*json);
  if (!value) bad(field);
  return value;
}

template <class Value, class Take>
std::vector<Value> JsonNode::list(const char* field, Take take) {
  std::vector<Value> values;
  const auto* json = find(field, false);
  if (json == nullptr) return values;
  if (!json->is_array()) bad(field);
  else {
    for (const auto& item : *json) {
      const std::optional<Value> value = take(item);
      if (!value) bad(field);
      else values.push_back(*value);
    }
  }
  return values;
}

std::vector<std::string> JsonNode::texts(const char* field) { return list<std::string>(field, text_in); }
std::vector<int> JsonNode::wholes(const char* field) { return list<int>(field, whole_in); }
std::vector<Date> JsonNode::days(const char* field) { return list<Date>(field, day_in); }
std::vector<Wording> JsonNode::wordings(const char* field) { return list<Wording>(field, wording_in); }

Wording JsonNode::words(const char* field, bool required) {
  const auto* json = find(field, required);
  if (json == nullptr) return {};
  const auto value = wording_in(*json);
  if (!value) bad(field);
  return value.value_or(Wording{});
}

Span JsonNode::span(const char* field) {
  Span span;
  each(field, [&](JsonNode& node) {
    span.months = node.whole("months", false);
    span.days = node.whole("days", false);
    if (const int working = node.whole("working_days", false); working > 0) {
      span.days = working;
      span.count = DayCount::working;
    }
  });
  return span;
}

DigitRange JsonNode::digits(const char* field) {
  const std::string value = text(field, false);
  if (value.empty()) return {"", ""};
  const auto range = digit_range(value);
  if (!range) bad(field);
  return range.value_or(DigitRange{"", ""});
}

std::vector<DigitRange> JsonNode::digit_ranges(const char* field) {
  return list<DigitRange>(field, [](const nlohmann::json& item) {
    const auto value = text_in(item);
    return value ? digit_range(*value) : std::nullopt;
  });
}

std::size_t JsonNode::one_of(const char* field, const std::vector<std::string>& options, bool required) {
  const std::string value = text(field, required);
  if (value.empty()) return 0;
  const auto found = std::find(options.begin(), options.end(), value);
  if (found != options.end()) return static_cast<std::size_t>(found - options.begin());
  bad(field);
  return 0;
}

void JsonNode::each(const char* field, const std::function<void(JsonNode&)>& visit, bool required) {
  const auto* json = find(field, required);
  if (json == nullptr) return;
  const auto enter = [&](const nlohmann::json& item, std::string path) {
    JsonNode node{reading_, item, std::move(path)};
    visit(node);
    node.close();
  };
  if (json->is_object()) return enter(*json, path_ + "/" + field);
  if (!json->is_array()) return bad(field);
  std::size_t number = 0;
  for (const auto& item : *json) enter(item, path_ + "/" + field + "/" + std::to_string(++number));
}

void JsonNode::close() {
  if (!json_.is_object()) return;
  for (const auto& [field, value] : json_.items()) {
    if (!asked_.contains(field)) reading_.report("json.unknown_field", path_ + "/" + field, "");
  }
}

}  // namespace merestone
