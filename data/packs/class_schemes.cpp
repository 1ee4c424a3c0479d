// SPDX-License-Identifier: Apache-2.0
#include "data/packs/class_schemes.hpp"

#include "data/packs/json_node.hpp"
#include "gis/base/embedded.hpp"
#include "gis/base/error.hpp"

#include <algorithm>

namespace merestone {
namespace embedded {
extern const std::span<const File> class_scheme_files;
}

ClassScheme read_class_scheme(const std::string& file, const std::string& text) {
  JsonReading reading{file};
  ClassScheme scheme;
  const auto json = nlohmann::json::parse(text, nullptr, false);
  if (json.is_discarded()) {
    reading.report("json.malformed", "", "");
  } else {
    JsonNode node{reading, json, ""};
    scheme.id = node.text("id");
    scheme.words = node.words("words");
    scheme.source = node.text("source", false);
    scheme.partial = node.flag("partial");
    scheme.nested = node.flag("nested");
    node.each("classes", [&](JsonNode& item) {
      NameClass& made = scheme.classes.emplace_back();
      made.code = item.text("code");
      made.parent = item.text("parent", false);
      made.words = item.words("words");
      item.each("attributes", [&](JsonNode& attribute) {
        made.attributes.push_back({attribute.text("name"), attribute.words("words"),
                                   static_cast<AttributeKind>(attribute.one_of("kind", {"text", "number", "whole", "day", "flag"}))});
      });
    }, true);
    node.each("mappings", [&](JsonNode& item) {
      scheme.mappings.push_back({item.text("code"), item.text("scheme"), item.text("other")});
    });
    node.close();
  }
  if (reading.findings.empty()) reading.findings = check_scheme(scheme);
  if (!reading.findings.empty()) throw Error{Fault::invalid, "the classes in " + file + " are not as they must be", reading.findings};
  return scheme;
}

const std::vector<ClassScheme>& class_schemes() {
  static const std::vector<ClassScheme> all = [] {
    std::vector<ClassScheme> read;
    for (const embedded::File& file : embedded::class_scheme_files) {
      read.push_back(read_class_scheme(std::string{file.name}, std::string{file.text}));
    }
    std::sort(read.begin(), read.end(), [](const ClassScheme& a, const ClassScheme& b) { return a.id < b.id; });
    return read;
  }();
  return all;
}

const ClassScheme* class_scheme(std::string_view id) {
  const auto& all = class_schemes();
  const auto found = std::find_if(all.begin(), all.end(), [&](const ClassScheme& s) { return s.id == id; });
  return found == all.end() ? nullptr : &*found;
}

std::vector<std::string> with_subclasses(std::span<const std::string> asked) {
  std::vector<std::string> all{asked.begin(), asked.end()};
  for (const std::string& each : asked) {
    const auto [scheme, code] = class_parts(each);
    for (const ClassScheme& known : class_schemes()) {
      if ((scheme != each && scheme != known.id) || known.find(code) == nullptr) continue;
      for (const NameClass& c : known.classes) {
        if (c.code != code && known.is_within(c.code, code)) all.push_back(known.id + ":" + c.code);
      }
      if (known.nested) all.push_back(known.id + ":" + std::string{code} + "*");
    }
  }
  return all;
}

const Wording* class_wording(std::string_view scheme, std::string_view code) {
  for (const ClassScheme& each : class_schemes()) {
    if (!scheme.empty() && each.id != scheme) continue;
    if (const NameClass* found = each.find(code)) return &found->words;
  }
  return nullptr;
}

std::pair<std::string_view, std::string_view> class_parts(std::string_view recorded) {
  const auto colon = recorded.find(':');
  return {recorded.substr(0, colon), recorded.substr(colon + 1)};
}

const Wording* place_wording(std::span<const std::string> recorded, std::string_view type) {
  for (const std::string& each : recorded) {
    const auto [scheme, code] = class_parts(each);
    if (const Wording* words = class_wording(scheme, code)) return words;
  }
  return class_wording({}, type);
}

}  // namespace merestone
