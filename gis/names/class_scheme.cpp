// SPDX-License-Identifier: Apache-2.0
#include "gis/names/class_scheme.hpp"

#include "gis/base/date.hpp"
#include "gis/base/error.hpp"
#include "gis/base/text.hpp"

#include <algorithm>
#include <cmath>
#include <set>

namespace merestone {
namespace {

bool is_day(std::string_view text) {
  try {
    parse_date(text);
    return true;
  } catch (const Error&) {
    return false;
  }
}

bool fits_kind(AttributeKind kind, std::string_view value) {
  if (kind == AttributeKind::text) return true;
  if (kind == AttributeKind::day) return is_day(value);
  if (kind == AttributeKind::flag) return value == "yes" || value == "no";
  const auto number = parse_number(value);
  return number && (kind == AttributeKind::number || *number == std::floor(*number));
}

}  // namespace

const NameClass* ClassScheme::find(std::string_view code) const {
  const auto found = std::find_if(classes.begin(), classes.end(), [&](const NameClass& c) { return c.code == code; });
  return found == classes.end() ? nullptr : &*found;
}

std::vector<const NameClass*> ClassScheme::lineage(std::string_view code) const {
  std::vector<const NameClass*> line;
  while (nested && !code.empty() && find(code) == nullptr) code.remove_suffix(1);
  for (const NameClass* at = find(code); at && line.size() <= classes.size(); at = at->parent.empty() ? nullptr : find(at->parent)) {
    line.push_back(at);
  }
  return line;
}

bool ClassScheme::is_within(std::string_view code, std::string_view ancestor) const {
  const auto line = lineage(code);
  return std::any_of(line.begin(), line.end(), [&](const NameClass* c) { return c->code == ancestor; });
}

std::vector<const ClassAttribute*> ClassScheme::attributes(std::string_view code) const {
  std::vector<const ClassAttribute*> all;
  for (const NameClass* c : lineage(code)) {
    for (const ClassAttribute& a : c->attributes) all.push_back(&a);
  }
  return all;
}

std::string crosswalk(const ClassScheme& from, std::string_view code, const ClassScheme& to) {
  if (from.id == to.id) return std::string{code};
  const auto line = from.lineage(code);
  for (const NameClass* c : line) {
    for (const ClassMapping& m : from.mappings) {
      if (m.code == c->code && m.scheme == to.id) return m.other;
    }
  }
  for (const NameClass* c : line) {
    for (const ClassMapping& m : to.mappings) {
      if (m.other == c->code && m.scheme == from.id) return m.code;
    }
  }
  return {};
}

std::vector<Finding> check_class(const ClassScheme& scheme, std::string_view code, std::span<const NamedValue> attributes) {
  std::vector<Finding> findings;
  const std::string class_code{code};
  if (scheme.find(code) == nullptr) {
    findings.push_back({.rule = "name.unknown_class", .severity = scheme.partial ? Severity::warning : Severity::error,
                        .subject = {{}, {}, "class"}, .facts = {{"class", class_code}, {"scheme", scheme.id}}});
    return findings;
  }
  const auto known = scheme.attributes(code);
  for (const NamedValue& given : attributes) {
    const auto found = std::find_if(known.begin(), known.end(), [&](const ClassAttribute* a) { return a->name == given.name; });
    if (found == known.end()) {
      std::string names;
      for (const ClassAttribute* a : known) names += (names.empty() ? "" : ", ") + a->name;
      findings.push_back({.rule = "name.unknown_attribute", .subject = {{}, {}, given.name},
                          .facts = {{"attribute", given.name}, {"class", class_code}, {"known", names.empty() ? "–" : names}}});
    } else if (!fits_kind((*found)->kind, given.value)) {
      findings.push_back({.rule = "name.attribute_value", .subject = {{}, {}, given.name},
                          .facts = {{"attribute", given.name}, {"value", given.value}}});
    }
  }
  return findings;
}

std::vector<Finding> check_scheme(const ClassScheme& scheme) {
  std::vector<Finding> findings;
  const auto report = [&](const char* rule, const std::string& field, const std::string& value) {
    findings.push_back({.rule = rule, .subject = {{}, scheme.id, field}, .facts = {{"pack", scheme.id}, {"field", field}, {"value", value}}});
  };
  std::set<std::string> codes;
  for (const NameClass& c : scheme.classes) {
    if (!codes.insert(c.code).second) report("pack.twice", "classes", c.code);
    if (c.words.en.empty() || c.words.zh.empty()) report("pack.no_words", "classes/" + c.code, c.words.en + c.words.zh);
  }
  for (const NameClass& c : scheme.classes) {
    if (!c.parent.empty() && !codes.contains(c.parent)) report("pack.unknown_id", "classes/" + c.code + "/parent", c.parent);
    if (c.code == c.parent) report("pack.bad_value", "classes/" + c.code + "/parent", c.parent);
  }
  for (const ClassMapping& m : scheme.mappings) {
    if (!codes.contains(m.code)) report("pack.unknown_id", "mappings", m.code);
  }
  return findings;
}

}  // namespace merestone
