// SPDX-License-Identifier: Apache-2.0
#include "cli/report/phrases.hpp"

#include "gis/base/embedded.hpp"
#include "gis/base/error.hpp"
#include "gis/base/list.hpp"
#include "gis/base/text.hpp"

#include <cctype>
#include <cmath>
#include <cstdlib>
#include <span>
#include <stdexcept>

namespace merestone {
namespace embedded {
extern const std::span<const File> report_words;
}

namespace {

int column_of(std::string_view language) {
  const std::string_view primary = language.substr(0, language.find_first_of("-_."));
  if (primary == "en") return 1;
  if (primary == "zh") return 2;
  if (primary == "fr") return 3;
  Finding finding{.rule = "report.unknown_language"};
  finding.facts = {{"language", std::string{language}}};
  throw Error{Fault::invalid, "reports are written in en, zh and fr", {finding}};
}

std::string two_digits(unsigned value) { return (value < 10 ? "0" : "") + std::to_string(value); }

}  // namespace

Phrases::Phrases(std::string_view language) {
  const int column = column_of(language);
  for (const embedded::File& file : embedded::report_words) {
    std::string_view rest = file.text;
    while (!rest.empty()) {
      std::string_view line = rest.substr(0, rest.find('\n'));
      rest.remove_prefix(std::min(rest.size(), line.size() + 1));
      if (line.empty() || line.front() == '#') continue;
      const std::string_view key = line.substr(0, line.find('\t'));
      for (int i = 0; i < column; ++i) line.remove_prefix(std::min(line.size(), line.find('\t') + 1));
      words_.emplace(std::string{key}, line.substr(0, line.find('\t')));
    }
  }
}

bool Phrases::knows(std::string_view key) const { return words_.count(std::string{key}) > 0; }

void Phrases::learn_kind(std::string_view kind, const Wording& words) {
  const bool chinese = language().starts_with("zh");
  const std::string& word = chinese ? words.zh : words.en;
  if (word.empty() || (!chinese && language() != "en") || !learned_.emplace(kind).second) return;
  if (!chinese && knows("kind-" + std::string{kind})) return;
  std::string capital = word;
  std::string plural = word;
  if (!chinese) {
    capital[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(capital[0])));
    const std::size_t end = std::min(word.find(" under "), word.size());  // municipality under the central government
    const bool consonant_y = end > 1 && word[end - 1] == 'y' && std::string_view{"aeiou"}.find(word[end - 2]) == std::string_view::npos;
    plural.replace(consonant_y ? end - 1 : end, consonant_y ? 1 : 0, consonant_y ? "ies" : "s");
  }
  words_["kind-" + std::string{kind}] = capital;
  words_["kinds-" + std::string{kind}] = plural;
  words_["legend-line-" + std::string{kind}] = text("legend-line", {{"kind", word}});
}

const std::string& Phrases::text(std::string_view key) const {
  const auto at = words_.find(std::string{key});
  if (at == words_.end()) throw std::logic_error{"no words for " + std::string{key}};
  return at->second;
}

std::string Phrases::text(std::string_view key, Facts facts) const {
  const std::string& pattern = text(key);
  std::string filled;
  for (std::size_t i = 0; i < pattern.size();) {
    const std::size_t close = pattern[i] == '{' ? pattern.find('}', i) : std::string::npos;
    bool found = false;
    if (close != std::string::npos) {
      const std::string_view name = std::string_view{pattern}.substr(i + 1, close - i - 1);
      for (const auto& [fact, value] : facts) {
        if (fact != name) continue;
        filled += value;
        found = true;
      }
    }
    if (found) {
      i = close + 1;
    } else {
      filled += pattern[i++];
    }
  }
  return filled;
}

std::string Phrases::counted(std::string_view key, std::size_t count, Facts facts) const {
  const std::string one = std::string{key} + "-one";
  return text(count == 1 && knows(one) ? std::string_view{one} : key, facts);
}

std::string Phrases::listed(const std::vector<std::string>& parts) const { return joined(parts, text("list-comma")); }

std::string Phrases::word(std::string_view family, std::string_view value) const {
  const std::string key = std::string{family} + "-" + std::string{value};
  if (knows(key)) return text(key);
  std::string readable{value};
  for (char& c : readable) {
    if (c == '_') c = ' ';
  }
  return readable;
}

std::string Phrases::number(double value, int decimals) const {
  const std::string plain = fixed(std::abs(value), decimals);
  const std::size_t point = std::min(plain.find('.'), plain.size());
  std::string text_of;
  if (value < 0 && plain.find_first_not_of("0.") != std::string::npos) text_of = "−";
  for (std::size_t i = 0; i < point; ++i) {
    if (i > 0 && (point - i) % 3 == 0) text_of += text("number-group");
    text_of += plain[i];
  }
  if (point < plain.size()) text_of += text("number-decimal") + plain.substr(point + 1);
  return text_of;
}

std::string Phrases::percent(double share, int decimals) const {
  return text("percent", {{"n", number(share * 100, decimals)}});
}

std::string Phrases::km(double length_m, int decimals) const { return number(length_m / 1e3, decimals); }
std::string Phrases::km2(double area_m2, int decimals) const { return number(area_m2 / 1e6, decimals); }

std::string Phrases::with_unit(const std::string& number, std::string_view unit) const {
  return text("quantity", {{"n", number}, {"unit", text("unit-" + std::string{unit})}});
}

std::string Phrases::sentences(const std::string& first, const std::string& second) const {
  return first.empty() ? second : second.empty() ? first : text("sentences", {{"a", first}, {"b", second}});
}

std::string Phrases::long_date(Date date) const {
  if (date == unknown_start || date == open_end) return text("not-known");
  const std::chrono::year_month_day day{date};
  const std::string number = std::to_string(static_cast<unsigned>(day.day()));
  return text("date-long", {{"day", knows("day-" + number) ? text("day-" + number) : number},
                            {"month", text("month-" + std::to_string(static_cast<unsigned>(day.month())))},
                            {"year", std::to_string(static_cast<int>(day.year()))}});
}

std::string Phrases::short_date(Date date) const {
  if (date == unknown_start || date == open_end) return text("not-known");
  const std::chrono::year_month_day day{date};
  return text("date-short", {{"dd", two_digits(static_cast<unsigned>(day.day()))},
                             {"mm", two_digits(static_cast<unsigned>(day.month()))},
                             {"year", std::to_string(static_cast<int>(day.year()))}});
}

std::string Phrases::position(Position position) const {
  const auto angle = [&](std::int64_t nanodegrees, std::string_view plus, std::string_view minus) {
    const auto seconds = static_cast<unsigned>(std::llround(std::abs(degrees(nanodegrees)) * 3600));
    return std::to_string(seconds / 3600) + "°" + two_digits(seconds / 60 % 60) + "′" + two_digits(seconds % 60) + "″" +
           text(nanodegrees < 0 ? minus : plus);
  };
  return angle(position.lat, "north-mark", "south") + " " + angle(position.lon, "east", "west");
}

}  // namespace merestone
