// SPDX-License-Identifier: Apache-2.0
#include "cli/command/review_table.hpp"

#include "cli/report/csv.hpp"
#include "gis/base/error.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <fstream>

namespace merestone {
namespace {

constexpr const char* columns[] = {"record", "verdict", "decision", "name", "id", "place", "others", "how", "distance_m", "differences"};

void add_to(std::string& list, std::string_view next, const char* between) {
  if (!list.empty()) list += between;
  list += next;
}

std::string in_words(FieldDifference difference, Language language) {
  difference.field = term_word("field", difference.field, language);
  return to_text(difference);
}

/// "take" for "take" and "采用"; nothing for what is no decision.
std::string decision_of(std::string_view word) {
  for (const char* decision : {"new", "take", "skip"}) {
    if (word == decision || word == term_word("decision", decision, Language::chinese)) return decision;
  }
  return {};
}

}  // namespace

std::string review_table(const NameReview& review, const Unread& unread, Language language) {
  const auto term = [&](const char* vocabulary, std::string_view id) { return std::string{term_word(vocabulary, id, language)}; };
  std::vector<std::vector<std::string>> table(1);
  for (const char* column : columns) table.front().push_back(term("review", column));
  for (const ReviewRow& row : review.rows) {
    std::string others, differences;
    for (const PlaceId id : row.match.others) add_to(others, "#" + std::to_string(id.value), " ");
    for (const FieldDifference& d : row.match.differences) add_to(differences, in_words(d, language), "; ");
    for (const Finding& f : row.findings) {
      if (f.severity == Severity::error) add_to(differences, sentence(f, language), "; ");
    }
    table.push_back({std::to_string(row.record), term("verdict", row.refused() ? "refused" : to_text(row.match.verdict)), "",
                     row.place.names.empty() ? "" : row.place.names.front().text, row.place.local_id,
                     row.match.place.value != 0 ? "#" + std::to_string(row.match.place.value) : "", others, term("matched_by", row.match.how),
                     row.match.distance_m >= 0 ? fmt::format("{:.0f}", row.match.distance_m) : "", differences});
  }
  for (const auto& [record, words] : unread) table.push_back({std::to_string(record), term("verdict", "refused"), "", "", "", "", "", "", "", words});
  std::stable_sort(table.begin() + 1, table.end(), [](const auto& a, const auto& b) { return std::stoul("0" + a[0]) < std::stoul("0" + b[0]); });
  return to_csv(table);
}

Decisions decisions_in(const std::string& path) {
  Decisions decisions;
  if (path.empty()) return decisions;
  std::ifstream file{path};
  if (!file) throw Error{Fault::missing, "no such file", {{.rule = "cli.no_file", .subject = {path, {}, {}}}}};
  std::vector<Finding> unknown;
  std::string line;
  for (std::getline(file, line); std::getline(file, line);) {
    const auto first = line.find(','), second = line.find(',', first + 1), third = line.find(',', second + 1);
    if (third == std::string::npos) continue;
    const std::string record = line.substr(0, first), word = line.substr(second + 1, third - second - 1);
    if (word.empty()) continue;
    if (const std::string decision = decision_of(word); !decision.empty()) decisions[std::stoul("0" + record)] = decision;
    else unknown.push_back({.rule = "name.unknown_decision", .subject = {path, record, "decision"}, .facts = {{"word", word}}});
  }
  if (!unknown.empty()) throw Error{Fault::invalid, "a decision that is none", std::move(unknown)};
  return decisions;
}

}  // namespace merestone
