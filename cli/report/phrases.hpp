// SPDX-License-Identifier: Apache-2.0
/// Words, numbers and dates of a report in one language, all from words.tsv.
#pragma once

#include "gis/base/date.hpp"
#include "gis/geometry/position.hpp"
#include "gis/law/wording.hpp"

#include <initializer_list>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace merestone {

class Phrases {
 public:
  /// "en", "zh", "fr", with or without region ("zh_CN"). @throws Error{invalid} report.unknown_language.
  explicit Phrases(std::string_view language);

  /// BCP 47 tag of the language.
  const std::string& language() const { return text("language"); }

  using Facts = std::initializer_list<std::pair<std::string_view, std::string_view>>;
  const std::string& text(std::string_view key) const;
  std::string text(std::string_view key, Facts facts) const;
  /// The same where `count` things are spoken of: the words under "key-one" for one, where the language has them.
  std::string counted(std::string_view key, std::size_t count, Facts facts) const;
  /// The word for a data value, "kind" and "commune"; the value itself, made readable, where there is none.
  std::string word(std::string_view family, std::string_view value) const;
  /// With the language's comma for lists between each two: "A, B", "甲、乙".
  std::string listed(const std::vector<std::string>& parts) const;
  bool knows(std::string_view key) const;
  /// Takes a law's word for a kind of division for one that it has no word of its own for; in Chinese the law's goes
  /// first. What is said first stays.
  void learn_kind(std::string_view kind, const Wording& words);

  std::string number(double value, int decimals = 0) const;
  std::string percent(double share, int decimals = 1) const;
  std::string km(double length_m, int decimals = 2) const;       ///< the number alone
  std::string km2(double area_m2, int decimals = 2) const;       ///< the number alone
  std::string with_unit(const std::string& number, std::string_view unit) const;  ///< "km" or "km2"
  std::string sentences(const std::string& first, const std::string& second) const;
  std::string long_date(Date date) const;
  std::string short_date(Date date) const;
  std::string position(Position position) const;  ///< "47°28′18″N 0°33′07″W"

 private:
  std::unordered_map<std::string, std::string> words_;
  std::set<std::string, std::less<>> learned_;
};

}  // namespace merestone
