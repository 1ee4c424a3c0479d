// SPDX-License-Identifier: Apache-2.0
#include "cli/words/catalogue.hpp"
#include "cli/words/json.hpp"
#include "cli/words/words.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cctype>
#include <set>
#include <string>

using namespace merestone;
using namespace std::string_literals;

namespace {

/// What the words are filled with: "law", "law_zh", "law@body".
std::set<std::string> placeholders(std::string_view words) {
  std::set<std::string> out;
  for (auto open = words.find('{'); open != words.npos; open = words.find('{', open + 1)) {
    out.emplace(words.substr(open + 1, words.find('}', open) - open - 1));
  }
  return out;
}

/// The facts that are said: "law_zh" and "law@body" are "law" in other words.
std::set<std::string> facts_in(std::string_view words) {
  std::set<std::string> out;
  for (std::string name : placeholders(words)) {
    name = name.substr(0, name.find('@'));
    const bool translated = name.ends_with("_zh") || name.ends_with("_en");
    out.insert(translated ? name.substr(0, name.size() - 3) : name);
  }
  return out;
}

/// Letters beside the facts.
bool has_letters(std::string_view words) {
  bool fact = false;
  return std::ranges::any_of(words, [&](const char c) {
    if (c == '{' || c == '}') fact = c == '{';
    return !fact && std::isalpha(static_cast<unsigned char>(c)) != 0;
  });
}

bool has_chinese(std::string_view words) {
  for (const char c : words) {
    if (static_cast<unsigned char>(c) >= 0xE4 && static_cast<unsigned char>(c) <= 0xE9) return true;
  }
  return false;
}

Finding finding() {
  return {.rule = "fault.missing", .severity = Severity::error, .subject = {"a.csv", "17", "code"},
          .place = Place{5.5, 45.25}, .facts = {{"what", "commune 49007"}}};
}

}  // namespace

TEST_CASE("every rule speaks both languages with the same facts") {
  REQUIRE(catalogue().size() > 4);
  for (const auto& words : catalogue()) {
    INFO(words.rule);
    CHECK(!words.english.empty());
    CHECK((has_chinese(words.chinese) || !has_letters(words.english)));
    CHECK(facts_in(words.english) == facts_in(words.chinese));
    const bool sentence = !words.rule.starts_with("told.");  // those are lines that the program tells
    CHECK((!sentence || "?!.。！？"s.find(words.english.back()) != std::string::npos));
  }
}

TEST_CASE("sentences take their terms from vocabularies that exist") {
  std::set<std::string> known, used;
  for (const TermWords& term : terms()) {
    INFO(term.id);
    CHECK(!term.english.empty());
    CHECK(has_chinese(term.chinese));
    known.emplace(term.id.substr(0, term.id.find('.')));
  }
  for (const RuleWords& words : catalogue()) {
    for (const std::string_view text : {words.english, words.chinese}) {
      for (const std::string& name : placeholders(text)) {
        if (const auto at = name.find('@'); at != name.npos) used.insert(name.substr(at + 1));
      }
    }
  }
  CHECK(std::includes(known.begin(), known.end(), used.begin(), used.end()));
}

TEST_CASE("an id is said in the reader's words, one that no vocabulary knows as it is") {
  Finding lacking{.rule = "enforcement.needs", .severity = Severity::error, .facts = {{"state", "notice"}, {"need", "photo"}}};
  CHECK(sentence(lacking, Language::english).find("needs something first: a photo.") != std::string::npos);
  CHECK(sentence(lacking, Language::chinese).find("照片") != std::string::npos);
  lacking.facts[1].second = "seal";
  CHECK(sentence(lacking, Language::chinese).find("seal") != std::string::npos);
}

TEST_CASE("each id of a list is said in the reader's words") {
  const Finding wrong{.rule = "inspection.wrong_step", .severity = Severity::error,
                      .facts = {{"inspection", "1"}, {"state", "field_check"}, {"step", "filed"}, {"allowed", "issues, joint_meeting_2"}}};
  CHECK(sentence(wrong, Language::english).find("stands at field_check: filed cannot follow. Next may be: issues, joint_meeting_2.") != std::string::npos);
  CHECK(sentence(wrong, Language::chinese).find("“外业检查”，不能进入“备案”。可进入：问题处理、第二次联席会议。") != std::string::npos);
}

TEST_CASE("states of a dispute are called as its procedure does, those of every procedure by their terms") {
  Finding wrong{.rule = "dispute.out_of_order", .severity = Severity::error,
                .facts = {{"now", "suspended"}, {"now_zh", "中止"}, {"state", "withdrawn"}, {"allowed", "negotiating, withdrawn"}, {"allowed_zh", "协商, withdrawn"}}};
  CHECK(sentence(wrong, Language::chinese).find("“中止”转为“撤回”。可转为：协商、撤回（negotiating, withdrawn）。") != std::string::npos);
  CHECK(sentence(wrong, Language::english).find("From suspended a case cannot go to withdrawn.") != std::string::npos);
}

TEST_CASE("a finding says where it stands and what is wrong") {
  CHECK(in_words(finding(), Language::english) ==
        "error: a.csv, record 17, field code, at 5.500000 45.250000: Not found: commune 49007. "
        "Check the name, the code or the path.");
  CHECK(in_words(finding(), Language::chinese) ==
        "错误：a.csv，记录 17，字段 code，位置 5.500000 45.250000：未找到：commune 49007。请检查名称、代码或路径。");
}

TEST_CASE("a rule without words loses nothing") {
  Finding unknown{.rule = "no.such_rule", .severity = Severity::note, .facts = {{"left", "1"}, {"right", "2"}}};
  CHECK(in_words(unknown, Language::english) == "note: no.such_rule, left 1, right 2");
}

TEST_CASE("a fact cannot write on the reader's terminal") {
  auto hostile = finding();
  hostile.facts = {{"what", "\x1b[2J{file}\n"}};
  const auto text = sentence(hostile, Language::english);
  CHECK(text.find('\x1b') == std::string::npos);
  CHECK(text.find('\n') == std::string::npos);
  CHECK(text.find("{file}") != std::string::npos);  // facts are not templates
}

TEST_CASE("the reader's language comes from the locale") {
  CHECK(language_of("zh_CN.UTF-8") == Language::chinese);
  CHECK(language_of("zh") == Language::chinese);
  CHECK(language_of("zhx") == Language::english);
  CHECK(language_of("fr_FR.UTF-8") == Language::english);
  CHECK(language_of("") == Language::english);
}

TEST_CASE("findings for machines are JSON whatever the bytes") {
  auto broken = finding();
  broken.facts = {{"what", "\xff\xfe"}};
  const auto parsed = nlohmann::json::parse(text_of(to_json(broken)));
  CHECK(parsed["rule"] == "fault.missing");
  CHECK(parsed["record"] == "17");
  CHECK(parsed["lat"] == 45.25);
  CHECK(parsed["zh"].get<std::string>().find("未找到") == 0);
}
