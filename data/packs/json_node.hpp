// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gis/base/date.hpp"
#include "gis/base/finding.hpp"
#include "gis/law/clock.hpp"
#include "gis/law/code_rules.hpp"

#include <nlohmann/json.hpp>

#include <functional>
#include <optional>
#include <set>

namespace merestone {

/// Where a file is being read, and what is wrong so far.
struct JsonReading {
  std::string file;
  std::vector<Finding> findings{};
  void report(const char* rule, const std::string& path, const std::string& value);
};

/// One object of a JSON file. Fields that are asked for are known; `close()` reports all others.
class JsonNode {
 public:
  JsonNode(JsonReading& reading, const nlohmann::json& json, std::string path);

  std::string text(const char* field, bool required = true);
  int whole(const char* field, bool required = true);
  double number(const char* field);         ///< 0 or more
  double signed_number(const char* field);
  bool flag(const char* field);
  std::optional<Date> day(const char* field);
  std::vector<std::string> texts(const char* field);
  std::vector<int> wholes(const char* field);
  std::vector<Date> days(const char* field);
  Wording words(const char* field, bool required = true);
  std::vector<Wording> wordings(const char* field);
  Span span(const char* field);
  /// As it stands, for who reads it himself; null where there is none.
  const nlohmann::json* value(const char* field) { return find(field, false); }
  /// Reports what stands in a field that is there.
  void bad(const char* field);
  bool has(const char* field) const { return json_.is_object() && json_.contains(field); }
  DigitRange digits(const char* field);
  std::vector<DigitRange> digit_ranges(const char* field);

  /// Position in `options` of the word in `field`; 0 when there is none or it is another.
  std::size_t one_of(const char* field, const std::vector<std::string>& options, bool required = true);
  void each(const char* field, const std::function<void(JsonNode&)>& visit, bool required = false);
  void close();

 private:
  const nlohmann::json* find(const char* field, bool required);
  template <class Value, class Take>
  std::vector<Value> list(const char* field, Take take);

  JsonReading& reading_;
  const nlohmann::json& json_;
  std::string path_;
  std::set<std::string> asked_;
};

/// "81-99" or "90".
std::optional<DigitRange> digit_range(const std::string& text);

}  // namespace merestone
