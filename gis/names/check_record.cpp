// SPDX-License-Identifier: Apache-2.0
#include "gis/names/check_record.hpp"

#include "gis/base/list.hpp"
#include "gis/base/text.hpp"
#include "gis/geodesy/geodesic.hpp"
#include "gis/names/place_code.hpp"
#include "gis/script/unfit.hpp"

#include <unicode/uchar.h>
#include <unicode/uloc.h>
#include <unicode/utf8.h>

#include <algorithm>

namespace merestone {
namespace {

constexpr std::size_t longest_name = 500;

/// Two records of one place lie no further apart.
constexpr double far_apart_m = 2000;

/// What one place can be to another; "merged_into" is the merger's own.
constexpr const char* relations[] = {"part_of", "capital_of", "named_after", "replaces", "replaced_by", "same_as"};

bool all_of(std::string_view text, bool letters) {
  return std::all_of(text.begin(), text.end(), [&](char c) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    return letter || (!letters && c >= '0' && c <= '9');
  });
}

Finding finding(const char* rule, const PlaceName& name, const char* field, std::vector<std::pair<std::string, std::string>> facts,
                Severity severity = Severity::error) {
  return {.rule = rule, .severity = severity, .subject = {{}, name.text.substr(0, 60), field}, .facts = std::move(facts)};
}

std::string code_point(UChar32 c) {
  constexpr char digits[] = "0123456789ABCDEF";
  std::string text;
  for (int shift = 20; shift >= 0; shift -= 4) {
    const auto digit = static_cast<unsigned>(c >> shift) & 15U;
    if (digit != 0 || !text.empty() || shift <= 12) text += digits[digit];
  }
  return "U+" + text;
}

/// Controls, marks that turn the direction of text, and what stands for nothing.
void check_characters(const PlaceName& name, std::vector<Finding>& findings) {
  const std::string& text = name.text;
  const auto* const bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  std::int32_t at = 0;
  std::size_t count = 0;
  const auto length = static_cast<std::int32_t>(text.size());
  bool control = false, unassigned = false;
  while (at < length) {
    UChar32 c = 0;
    U8_NEXT(bytes, at, length, c);
    ++count;
    const auto type = u_charType(c);
    const bool format = type == U_CONTROL_CHAR || (type == U_FORMAT_CHAR && c != 0x200C && c != 0x200D) || type == U_LINE_SEPARATOR ||
                        type == U_PARAGRAPH_SEPARATOR;
    const bool nothing = type == U_UNASSIGNED || type == U_PRIVATE_USE_CHAR || type == U_SURROGATE;
    if (format && !control) findings.push_back(finding("name.controls", name, "name", {{"character", code_point(c)}}));
    if (nothing && !unassigned) findings.push_back(finding("name.unassigned", name, "name", {{"character", code_point(c)}}));
    control = control || format;
    unassigned = unassigned || nothing;
  }
  if (count > longest_name) {
    findings.push_back(finding("name.too_long", name, "name", {{"count", std::to_string(count)}, {"most", std::to_string(longest_name)}}));
  }
}

std::string without_spaces(std::string text) {
  std::erase(text, ' ');
  return text;
}

}  // namespace

bool is_language_tag(std::string_view tag) {
  std::vector<std::string_view> parts;
  for (std::size_t at = 0; at <= tag.size();) {
    const auto dash = std::min(tag.find('-', at), tag.size());
    parts.push_back(tag.substr(at, dash - at));
    if (parts.back().empty() || parts.back().size() > 8 || !all_of(parts.back(), false)) return false;
    at = dash + 1;
  }
  const auto letters = [&](std::size_t i, std::size_t size) { return i < parts.size() && parts[i].size() == size && all_of(parts[i], true); };
  const auto digit = [](char c) { return c >= '0' && c <= '9'; };
  std::size_t next = 0;
  if (parts[0] != "x") {
    if (!all_of(parts[0], true) || parts[0].size() < 2 || parts[0].size() == 4) return false;
    next = 1;
    for (int extended = 0; parts[0].size() <= 3 && extended < 3 && letters(next, 3); ++extended) ++next;
    if (letters(next, 4)) ++next;  // script
    if (letters(next, 2) || (next < parts.size() && parts[next].size() == 3 && std::all_of(parts[next].begin(), parts[next].end(), digit))) ++next;  // region
    while (next < parts.size() && (parts[next].size() >= 5 || (parts[next].size() == 4 && digit(parts[next][0])))) ++next;  // variants
  }
  while (next < parts.size()) {  // extensions, and what is private
    if (parts[next].size() != 1) return false;
    if (parts[next] == "x") return next + 1 < parts.size();
    const std::size_t first = ++next;
    while (next < parts.size() && parts[next].size() > 1) ++next;
    if (next == first) return false;
  }
  return true;
}

bool is_known_language(std::string_view tag) {
  const std::string primary{tag.substr(0, tag.find('-'))};
  return primary.size() != 2 || *uloc_getISO3Language(primary.c_str()) != 0;
}

bool is_script_code(std::string_view code) {
  return code.size() == 4 && all_of(code, true) && code[0] <= 'Z' &&
         std::all_of(code.begin() + 1, code.end(), [](char c) { return c >= 'a'; });
}

std::vector<Finding> check_name(const PlaceName& name) {
  std::vector<Finding> findings;
  if (trimmed(name.text).empty()) return {finding("name.empty", name, "name", {})};
  if (!is_utf8(name.text)) return {finding("name.controls", name, "name", {{"character", "UTF-8"}})};
  check_characters(name, findings);
  if (!is_language_tag(name.language)) findings.push_back(finding("name.language", name, "language", {{"language", name.language}}));
  else if (!is_known_language(name.language)) findings.push_back(finding("name.unknown_language", name, "language", {{"language", name.language}}, Severity::warning));
  const auto check_script = [&](const std::string& script) {
    if (!script.empty() && !is_script_code(script)) findings.push_back(finding("name.script", name, "script", {{"script", script}}));
  };
  check_script(name.script);
  for (const Spelling& s : name.spellings) {
    check_script(s.script);
    if (trimmed(s.text).empty()) findings.push_back(finding("name.empty", name, "spelling", {}));
    if (!s.source_language.empty() && !is_language_tag(s.source_language)) {
      findings.push_back(finding("name.language", name, "source_language", {{"language", s.source_language}}));
    }
  }
  const std::string whole = without_spaces(name.text);
  const bool split = !name.specific.empty() || !name.generic.empty();
  if (split && without_spaces(name.specific + name.generic) != whole && without_spaces(name.generic + name.specific) != whole) {
    findings.push_back(finding("name.parts", name, "specific",
                               {{"name", name.text}, {"specific", name.specific}, {"generic", name.generic}}, Severity::warning));
  }
  if (name.source.empty() && name.decision.value == 0) {
    findings.push_back(finding("name.no_source", name, "source", {{"name", name.text}}, Severity::warning));
  }
  return findings;
}

std::vector<Finding> check_record(const PlaceRecord& record, std::span<const ClassScheme> schemes) {
  std::vector<Finding> findings;
  const auto add = [&](std::vector<Finding> more) { std::move(more.begin(), more.end(), std::back_inserter(findings)); };
  if (record.names.empty()) findings.push_back({.rule = "name.no_name", .subject = {{}, record.local_id, "name"}});
  for (std::size_t i = 0; i < record.names.size(); ++i) {
    const PlaceName& name = record.names[i];
    add(check_name(name));
    for (std::size_t j = 0; j < i; ++j) {
      const PlaceName& other = record.names[j];
      const bool both = name.kind == NameKind::official && other.kind == NameKind::official && name.language == other.language;
      if (both && name.days().overlaps(other.days()) && !is_vague(name.valid) && !is_vague(other.valid)) {
        findings.push_back(finding("name.officials", name, "kind", {{"name", name.text}, {"other", other.text}, {"language", name.language}}));
      }
    }
  }
  std::vector<NamedValue> attributes;
  for (const PlaceAttribute& a : record.attributes) attributes.push_back({a.name, a.value});
  for (const PlaceClass& c : record.classes) {
    const auto scheme = std::find_if(schemes.begin(), schemes.end(), [&](const ClassScheme& s) { return s.id == c.scheme; });
    if (scheme == schemes.end()) {
      findings.push_back({.rule = "name.unknown_scheme", .subject = {{}, {}, "class"}, .facts = {{"scheme", c.scheme}}});
    } else {
      const bool first = &c == record.classes.data();  // attributes are those of the class that is named first
      add(check_class(*scheme, c.code, first ? std::span<const NamedValue>{attributes} : std::span<const NamedValue>{}));
    }
  }
  const PlaceClass* cn = record.class_in("cn-18521");
  for (const PlaceCode& code : record.codes) {
    if (code.system == place_code_system) add(check_place_code(code.code, {}, cn ? cn->code : ""));
  }
  for (const PlaceShape& shape : record.shapes) {
    const int parts = (shape.position ? 1 : 0) + (shape.path.empty() ? 0 : 1) + (shape.area.empty() ? 0 : 1);
    if (parts != 1) findings.push_back({.rule = "name.shape", .subject = {{}, record.local_id, "shape"}, .facts = {{"count", std::to_string(parts)}}});
  }
  return findings;
}

std::vector<Finding> check_delivered(const PlaceRecord& place) {
  constexpr std::string_view said[] = {"script.not_utf8", "script.empty", "script.too_long", "script.unassigned", "script.private_use", "script.control", "script.bidi_control"};
  std::vector<Finding> doubts;
  for (const PlaceName& n : place.names) {
    for (Finding& f : unfit(n.text, {{}, {}, "name"}))
      if (std::find(std::begin(said), std::end(said), f.rule) == std::end(said)) doubts.push_back(std::move(f));
    if (!n.text.empty() && std::string_view{"=+-@"}.find(n.text.front()) != std::string_view::npos)
      doubts.push_back({.rule = "name.formula", .severity = Severity::warning, .subject = {{}, {}, "name"}, .facts = {{"name", n.text}}});
  }
  return doubts;
}

std::vector<Finding> check_merge(const PlaceRecord& gone, const PlaceRecord& stays) {
  std::vector<Finding> findings;
  for (const PlaceClass& c : gone.classes) {
    const PlaceClass* other = stays.class_in(c.scheme);
    if (other == nullptr || other->code == c.code) continue;
    findings.push_back({.rule = "name.classes_differ", .severity = Severity::warning,
                        .facts = {{"place", "#" + std::to_string(gone.id.value)}, {"class", c.scheme + ":" + c.code},
                                  {"other", "#" + std::to_string(stays.id.value)}, {"other_class", other->scheme + ":" + other->code}}});
  }
  const auto warn = [&](const char* rule, const char* fact, std::string value) {
    findings.push_back({.rule = rule, .severity = Severity::warning,
                        .facts = {{"place", "#" + std::to_string(gone.id.value)}, {"other", "#" + std::to_string(stays.id.value)}, {fact, std::move(value)}}});
  };
  const double apart = gone.position && stays.position ? distance_m(*gone.position, *stays.position) : 0;
  if (apart > far_apart_m) warn("name.far_apart", "distance", fixed(apart / 1000, 1));
  const auto standing = std::count_if(gone.signs.begin(), gone.signs.end(), [](const Sign& s) { return !s.removed; });
  if (standing > 0) warn("name.signs_stay", "count", std::to_string(standing));
  return findings;
}

std::vector<Finding> check_secrecy(const NameRules& rules, const std::string& level) {
  if (rules.secrecy.empty()) return {};
  std::vector<std::string> known;
  for (const SecrecyLevel& l : rules.secrecy) {
    if (l.id == level) return {};
    known.push_back(l.id + " (" + l.words.zh + ")");
  }
  return {{.rule = "name.unknown_secrecy", .subject = {{}, {}, "secrecy"}, .facts = {{"secrecy", level}, {"known", joined(known, ", ")}}}};
}

std::vector<Finding> check_details(const PlaceRecord& record) {
  std::vector<Finding> findings;
  const std::string place = "#" + std::to_string(record.id.value);
  const auto report = [&](const char* rule, const char* field, std::vector<std::pair<std::string, std::string>> facts) {
    findings.push_back({.rule = rule, .subject = {{}, place, field}, .facts = std::move(facts)});
  };
  for (auto link = record.links.begin(); link != record.links.end(); ++link) {
    if (link->fact != 0) continue;
    const bool known = std::find(std::begin(relations), std::end(relations), link->relation) != std::end(relations);
    const bool twice = std::any_of(record.links.begin(), link, [&](const PlaceLink& l) { return l.place == link->place && l.other == link->other && l.relation == link->relation; });
    const std::string other = "#" + std::to_string(link->other.value);
    if (!known) report("name.link_relation", "link", {{"relation", link->relation}, {"known", joined({std::begin(relations), std::end(relations)}, ", ")}});
    else if (link->other == link->place) report("name.link_itself", "link", {{"place", place}, {"relation", link->relation}});
    else if (twice) report("name.link_twice", "link", {{"place", place}, {"relation", link->relation}, {"other", other}});
  }
  for (const AddressAlias& a : record.aliases) {
    if (trimmed(a.old_address).empty() || trimmed(a.new_address).empty()) report("name.address", "address", {{"old", a.old_address}, {"new", a.new_address}});
  }
  const std::pair<const char*, const std::string*> said[] = {{"description", &record.head.description}, {"location", &record.head.location}, {"source", &record.head.source}};
  for (const auto& [field, text] : said) {
    for (const Finding& f : unfit(*text)) {
      if (f.rule == "script.control" || f.rule == "script.bidi_control" || f.rule == "script.not_utf8") report(f.rule.c_str(), field, f.facts);
    }
  }
  return findings;
}

}  // namespace merestone
