// SPDX-License-Identifier: Apache-2.0
#include "cli/words/words.hpp"

#include "cli/words/catalogue.hpp"
#include "gis/base/list.hpp"
#include "gis/base/text.hpp"

namespace merestone {
namespace {

std::string_view fact(const Finding& finding, std::string_view name) {
  if (name == "file") return finding.subject.file;
  if (name == "record") return finding.subject.record;
  if (name == "field") return finding.subject.field;
  for (const auto& [key, value] : finding.facts) {
    if (key == name) return value;
  }
  // The law's words for an id, where whoever found it knew them; else the id.
  if (name.ends_with("_en") || name.ends_with("_zh")) return fact(finding, name.substr(0, name.size() - 3));
  return "?";
}

/// "name", or "name@vocabulary": the fact, or in the reader's words what the vocabulary calls it, or each of "a, b, c".
std::string said(const Finding& finding, std::string_view placeholder, Language language) {
  const auto at = placeholder.find('@');
  const auto value = fact(finding, placeholder.substr(0, at));
  if (at == placeholder.npos) return std::string{value};
  const auto vocabulary = placeholder.substr(at + 1);
  if (value.find(", ") == value.npos) return std::string{term_word(vocabulary, value, language)};
  std::vector<std::string> words = parted(value, ',');
  for (std::string& word : words) word = term_word(vocabulary, word, language);
  return joined(words, language == Language::chinese ? "、" : ", ");
}

std::string filled(const RuleWords& rule, const Finding& finding, Language language) {
  std::string_view words = language == Language::chinese ? rule.chinese : rule.english;
  std::string out;
  for (;;) {
    const auto open = words.find('{');
    const auto close = words.find('}', open == words.npos ? 0 : open);
    if (open == words.npos || close == words.npos) return out.append(words);
    out.append(words.substr(0, open)).append(said(finding, words.substr(open + 1, close - open - 1), language));
    words.remove_prefix(close + 1);
  }
}

/// Control characters in a fact would let a hostile file write on the reader's terminal.
std::string printable(std::string text) {
  for (char& c : text) {
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) c = ' ';
  }
  return text;
}

}  // namespace

Language language_of(std::string_view tag) {
  const bool chinese = tag.starts_with("zh") && (tag.size() == 2 || tag[2] == '_' || tag[2] == '-' || tag[2] == '.');
  return chinese ? Language::chinese : Language::english;
}

std::string sentence(const Finding& finding, Language language) {
  if (const auto* words = words_of(finding.rule)) {
    return printable(filled(*words, finding, language));
  }
  std::string out = finding.rule;
  for (const auto& [key, value] : finding.facts) out += ", " + key + " " + value;
  return printable(out);
}

std::string where(const Finding& finding, Language language) {
  const bool chinese = language == Language::chinese;
  const char* comma = chinese ? "，" : ", ";
  std::string out;
  const auto add = [&](const std::string& text) { out += (out.empty() ? "" : comma) + text; };
  const auto& subject = finding.subject;
  if (!subject.file.empty()) add(subject.file);
  if (!subject.record.empty()) add((chinese ? "记录 " : "record ") + subject.record);
  if (!subject.field.empty()) add((chinese ? "字段 " : "field ") + subject.field);
  if (finding.place) {
    add((chinese ? "位置 " : "at ") + fixed(finding.place->lon, 6) + " " + fixed(finding.place->lat, 6));
  }
  return printable(out);
}

std::string_view term_word(std::string_view vocabulary, std::string_view id, Language language) {
  const TermWords* const term = term_of(vocabulary, id);
  if (term == nullptr) return id;
  return language == Language::chinese ? term->chinese : term->english;
}

std::string severity_word(Severity severity, Language language) {
  const bool chinese = language == Language::chinese;
  switch (severity) {
    case Severity::note: return chinese ? "提示" : "note";
    case Severity::warning: return chinese ? "警告" : "warning";
    case Severity::error: break;
  }
  return chinese ? "错误" : "error";
}

std::string in_words(const Finding& finding, Language language) {
  const char* colon = language == Language::chinese ? "：" : ": ";
  const auto place = where(finding, language);
  return severity_word(finding.severity, language) + colon + (place.empty() ? "" : place + colon) +
         sentence(finding, language);
}

}  // namespace merestone
