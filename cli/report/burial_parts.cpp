// SPDX-License-Identifier: Apache-2.0
#include "cli/report/burial_parts.hpp"

#include "cli/words/words.hpp"

#include <set>

namespace merestone {
namespace {

bool is_chinese(const Phrases& phrases) { return phrases.language().starts_with("zh"); }

}  // namespace

const std::string& law_words(const Wording& words, const Phrases& phrases) { return is_chinese(phrases) ? words.zh : words.en; }

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
  MapPlate plate;
  plate.sheet = map;
  plate.sheet.language = phrases.language();
  plate.sheet.north = phrases.text("north-mark");
  const char* letters[] = {"north", "south", "east", "west"};
  for (std::size_t i = 0; i < 4; ++i) plate.sheet.letters[i] = phrases.text(letters[i]);
  for (LegendEntry& entry : plate.sheet.legend) {
    if (phrases.knows(entry.text)) entry.text = phrases.text(entry.text);  // others are the law's own words
  }
  plate.caption = phrases.sentences(phrases.text("map-scale"), phrases.text(caption));
  plate.screen_caption = phrases.text(caption);
  plate.alternative = phrases.text(caption);
  document.blocks.emplace_back(std::move(plate));
}

}  // namespace merestone
