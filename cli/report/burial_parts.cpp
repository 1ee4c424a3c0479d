// SPDX-License-Identifier: Apache-2.0
#include "cli/report/burial_parts.hpp"

#include "cli/report/map_plate.hpp"
#include "cli/words/words.hpp"

#include <set>

namespace merestone {
namespace {

bool is_chinese(const Phrases& phrases) { return phrases.language().starts_with("zh"); }

}  // namespace

const std::string& law_words(const Wording& words, const Phrases& phrases) { return is_chinese(phrases) ? words.zh : words.en; }

std::string asked_greenery(double cover, double planted, const Phrases& phrases) {
  const std::string covered = phrases.percent(cover / 100, 0), green = phrases.percent(planted / 100, 0);
  if (cover > 0 && planted > 0) return phrases.text("limit-green", {{"cover", covered}, {"green", green}});
  return cover > 0 ? phrases.text("limit-green-cover", {{"cover", covered}}) : phrases.text("limit-green-planted", {{"green", green}});
}

void add_findings(ReportDocument& document, const std::vector<Finding>& findings, const Phrases& phrases) {
  const Language language = is_chinese(phrases) ? Language::chinese : Language::english;
  std::set<std::string> said;
  for (const Finding& finding : findings) {
    std::string text = sentence(finding, language);
    if (said.insert(text).second) document.blocks.emplace_back(Paragraph{std::move(text), true});
  }
}

void add_map(ReportDocument& document, const Sheet& map, const char* caption, const Phrases& phrases) {
  if (map.grounds.empty()) return;
  MapPlate plate = map_plate(map, caption, phrases);
  for (LegendEntry& entry : plate.sheet.legend) {
    if (phrases.knows(entry.text)) entry.text = phrases.text(entry.text);  // others are the law's own words
  }
  document.blocks.emplace_back(std::move(plate));
}

}  // namespace merestone
