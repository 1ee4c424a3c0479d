// SPDX-License-Identifier: Apache-2.0
#include "cli/command/case_fields.hpp"

#include "data/office/project.hpp"

namespace merestone {
namespace {

bool is_chinese(const Phrases& phrases) { return phrases.language().starts_with("zh"); }
const std::string& word(const Wording& words, const Phrases& phrases) { return is_chinese(phrases) ? words.zh : words.en; }

std::string correction_words(const EnforcementRules& rules, const std::vector<std::string>& ids, const Phrases& phrases) {
  std::vector<std::string> words;
  for (const std::string& id : ids) {
    const CorrectionForm* form = rules.correction(id);
    words.push_back(form ? word(form->words, phrases) : id);
  }
  return phrases.listed(words);
}

std::string zone_words(const Project& project, const std::vector<std::string>& zones, const Phrases& phrases) {
  std::vector<std::string> words;
  for (const std::string& zone : zones) words.push_back(zone_word(project, zone, is_chinese(phrases)));
  return phrases.listed(words);
}

PaperFields fields_of(const Project& project, const BurialCaseFile& file, const CasePaperOrder& order, const Phrases& phrases) {
  const auto day = [&](std::optional<Date> d) { return d ? phrases.long_date(*d) : std::string{}; };
  const BurialAct* notice = file.last("notice");
  const BurialAct* demand = file.last("demand");
  std::vector<std::string> corrections = order.corrections;
  std::optional<Date> due = order.due;
  if (notice && corrections.empty()) corrections = notice->corrections;
  if (notice && !due) due = notice->due;
  const Document* paper = notice ? file.document(notice->document) : nullptr;
  const auto area = file.grave.whole_area_m2();
  const std::string& called = word(file.class_words, phrases);
  return {{"party", order.party},
          {"grave", file.grave.local_id},
          {"found", day(file.one.found())},
          {"village", file.village},
          {"township", file.township},
          {"class", called.empty() ? file.one.grave_class : called},
          {"area", area ? phrases.number(*area, 1) : ""},
          {"zones", zone_words(project, file.one.zones, phrases)},
          {"position", phrases.position(file.grave.position)},
          {"judged_by", word(file.judged_by, phrases)},
          {"law", word(file.rules.law, phrases)},
          {"due", day(due)},
          {"corrections", correction_words(file.rules, corrections, phrases)},
          {"number", paper ? paper->number : order.number},
          {"office", project.summary().title},
          {"place", order.court.empty() ? file.county : order.court},
          {"served", day(notice ? std::optional{notice->day} : std::nullopt)},
          {"issued", day(paper ? paper->issued : std::nullopt)},
          {"demanded", day(demand ? std::optional{demand->day} : std::nullopt)},
          {"ran_out", day(file.court.day ? std::optional{*file.court.day - std::chrono::days{1}} : std::nullopt)}};
}

}  // namespace

std::string zone_word(const Project& project, const std::string& zone, bool chinese) {
  for (const CountryPack& pack : project.packs()) {
    for (const SitingRuleSet& set : pack.siting.sets) {
      for (const SitingRule& rule : set.rules) {
        if (rule.law == zone) return chinese ? rule.words.zh : rule.words.en;
      }
    }
  }
  return zone;
}

CasePaper case_paper(const Project& project, const BurialCaseFile& file, const char* paper, const CasePaperOrder& order, const Phrases& phrases) {
  CasePaper made;
  made.number = file.one.number;
  made.grave = file.grave.local_id;
  made.party = order.party;
  made.text_at_hand = file.rules.text_at_hand;
  if (const PaperTemplate* form = file.rules.paper(paper)) made.paper = filled(*form, fields_of(project, file, order, phrases), is_chinese(phrases));
  return made;
}

}  // namespace merestone
