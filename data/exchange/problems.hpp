// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gis/base/error.hpp"

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace merestone::exchange {

using Facts = std::vector<std::pair<std::string, std::string>>;

/// Ends the reading of `file`.
[[noreturn]] void fail(Fault fault, const std::string& rule, const std::string& file, Facts facts = {});

/// A text from outside, fit to be shown: short, valid UTF-8, no control characters.
std::string presentable(std::string_view text);

/// Findings on the records of one file. Keeps the first hundred of each rule; the last of them then tells
/// how many more there are.
class Problems {
 public:
  explicit Problems(std::string file) : file_{std::move(file)} {}

  void add(const char* rule, Severity severity, std::size_t record, const std::string& field, Facts facts = {},
           std::optional<Place> place = {});
  void error(const char* rule, std::size_t record, const std::string& field, Facts facts = {}) {
    add(rule, Severity::error, record, field, std::move(facts));
  }
  void of_file(const char* rule, Severity severity, Facts facts) { add(rule, severity, 0, {}, std::move(facts)); }

  std::vector<Finding> take();
  /// @throws Error invalid with all findings so far when one of them is an error.
  void stop_if_wrong();

 private:
  struct Kept {
    std::size_t last = 0;
    std::size_t count = 0;
  };
  std::string file_;
  std::vector<Finding> findings_;
  std::map<std::string, Kept> by_rule_;
};

}  // namespace merestone::exchange
