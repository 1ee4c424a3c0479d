// SPDX-License-Identifier: Apache-2.0
#include "data/exchange/inspire_names.hpp"

#include "data/packs/class_schemes.hpp"
#include "gis/base/text.hpp"
#include "gis/names/language.hpp"

#include <algorithm>

namespace merestone {
namespace {

constexpr std::string_view code_lists = "http://inspire.ec.europa.eu/codelist/";
constexpr std::string_view unpopulated = "other:unpopulated";
constexpr std::string_view crs = "http://www.opengis.net/def/crs/EPSG/0/4326";

/// Characters that XML 1.0 §2.2 does not know are left out: controls, U+FFFE and U+FFFF.
std::string escaped(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    const auto here = text.substr(at, 3);
    if (here == "\xEF\xBF\xBE" || here == "\xEF\xBF\xBF") at += 2;
    else if (c == '&') out += "&amp;";
    else if (c == '<') out += "&lt;";
    else if (c == '>') out += "&gt;";
    else if (c == '"') out += "&quot;";
    else if (static_cast<unsigned char>(c) >= 0x20 || c == '\t' || c == '\n') out += c;
  }
  return out;
}

/// Elements with their indent.
class Xml {
 public:
  void open(std::string_view name, std::string_view attributes = {}) {
    line("<", name, attributes, ">");
    open_.emplace_back(name);
  }
  void close() {
    const std::string name = open_.back();
    open_.pop_back();
    line("</", name, {}, ">");
  }
  void text(std::string_view name, std::string_view value, std::string_view attributes = {}) {
    indent();
    out_ += "<" + std::string{name} + joined(attributes) + ">" + escaped(value) + "</" + std::string{name} + ">\n";
  }
  void nil(std::string_view name, std::string_view reason) { line("<", name, "xsi:nil=\"true\" nilReason=\"" + std::string{reason} + "\"", "/>"); }
  void text_or_nil(std::string_view name, std::string_view value, std::string_view reason) { value.empty() ? nil(name, reason) : text(name, value); }
  void code(std::string_view name, std::string_view list, std::string_view value) {
    line("<", name, "xlink:href=\"" + std::string{code_lists} + std::string{list} + "/" + escaped(value) + "\"", "/>");
  }
  std::string take() { return std::move(out_); }

 private:
  static std::string joined(std::string_view attributes) { return attributes.empty() ? std::string{} : " " + std::string{attributes}; }
  void indent() { out_.append(open_.size() + 1, ' '); }
  void line(std::string_view before, std::string_view name, std::string_view attributes, std::string_view after) {
    indent();
    out_ += std::string{before} + std::string{name} + joined(attributes) + std::string{after} + "\n";
  }
  std::string out_;
  std::vector<std::string> open_;
};

std::string_view status_of(const PlaceName& name, Date day) {
  if (name.kind == NameKind::former || name.status == NameStatus::abolished || name.days().until <= day) return "historical";
  if (name.kind == NameKind::official) return name.status == NameStatus::recorded ? "standardised" : "official";
  return "other";
}

void spelling(Xml& xml, const std::string& text, const std::string& script, const std::string& scheme) {
  xml.open("gn:spelling");
  xml.open("gn:SpellingOfName");
  xml.text("gn:text", text);
  xml.text_or_nil("gn:script", script, "unknown");
  if (!scheme.empty()) xml.text("gn:transliterationScheme", scheme);
  xml.close();
  xml.close();
}

void name(Xml& xml, const PlaceName& n, Date day) {
  xml.open("gn:name");
  xml.open("gn:GeographicalName");
  xml.text_or_nil("gn:language", three_letters_of(n.language), "unknown");
  xml.code("gn:nativeness", "NativenessValue", n.kind == NameKind::exonym ? "exonym" : "endonym");
  xml.code("gn:nameStatus", "NameStatusValue", status_of(n, day));
  xml.text_or_nil("gn:sourceOfName", n.source, "unknown");
  xml.nil("gn:pronunciation", unpopulated);
  spelling(xml, n.text, n.script.empty() ? script_of(n.text) : n.script, {});
  for (const Spelling& s : n.spellings) spelling(xml, s.text, s.script.empty() ? script_of(s.text) : s.script, s.scheme);
  const bool known = std::any_of(n.spellings.begin(), n.spellings.end(), [&](const Spelling& s) { return s.text == n.reading; });
  if (!n.reading.empty() && !known && n.reading != n.text) spelling(xml, n.reading, "Latn", "reading with tones");
  xml.close();
  xml.close();
}

/// In the scheme of INSPIRE; "other" where no class says more.
std::string type_of(const PlaceRecord& place) {
  const ClassScheme* inspire = class_scheme("inspire");
  for (const PlaceClass& c : place.classes) {
    const ClassScheme* scheme = class_scheme(c.scheme);
    if (scheme == nullptr || inspire == nullptr) continue;
    if (std::string code = crosswalk(*scheme, c.code, *inspire); !code.empty()) return code;
  }
  return inspire != nullptr && inspire->find(place.type) != nullptr ? place.type : "other";
}

void local_types(Xml& xml, const PlaceRecord& place) {
  bool told = false;
  const auto tell = [&](const std::string& text, const char* locale) {
    if (text.empty()) return;
    told = true;
    xml.open("gn:localType");
    xml.text("gmd:LocalisedCharacterString", text, std::string{"locale=\""} + locale + "\"");
    xml.close();
  };
  for (const PlaceClass& c : place.classes) {
    const ClassScheme* scheme = class_scheme(c.scheme);
    const NameClass* known = scheme != nullptr ? scheme->find(c.code) : nullptr;
    if (known == nullptr) continue;
    tell(known->words.zh, "zh");
    tell(known->words.en, "en");
  }
  if (!told) tell(place.type, "und");
  if (!told) xml.nil("gn:localType", unpopulated);
}

void named_place(Xml& xml, const PlaceRecord& place, const NamesHandedOut& names, const InspireOptions& options) {
  const std::string number = std::to_string(place.id.value), id = options.name_space + "." + number;
  xml.open("wfs:member");
  xml.open("gn:NamedPlace", "gml:id=\"" + escaped(id) + "\"");
  const auto since = names.recorded_at.find(place.id.value);
  xml.text_or_nil("gn:beginLifespanVersion", since != names.recorded_at.end() ? since->second : "", "unknown");
  xml.nil("gn:endLifespanVersion", unpopulated);  // all that is handed out is the present version
  xml.open("gn:geometry");
  xml.open("gml:Point", "gml:id=\"" + escaped(id) + ".position\" srsName=\"" + std::string{crs} + "\" srsDimension=\"2\"");
  xml.text("gml:pos", shortest(degrees(place.position->lat)) + " " + shortest(degrees(place.position->lon)));
  xml.close();
  xml.close();
  xml.open("gn:inspireId");
  xml.open("base:Identifier");
  xml.text("base:localId", number);
  xml.text("base:namespace", options.name_space);
  xml.close();
  xml.close();
  xml.nil("gn:leastDetailedViewingResolution", unpopulated);
  local_types(xml, place);
  xml.nil("gn:mostDetailedViewingResolution", unpopulated);
  for (const PlaceName& n : place.names) {
    if (n.days().contains(options.day) || n.days().until <= options.day) name(xml, n, options.day);
  }
  xml.nil("gn:relatedSpatialObject", unpopulated);
  xml.code("gn:type", "NamedPlaceTypeValue", type_of(place));
  xml.close();
  xml.close();
}

constexpr std::string_view head = R"(<?xml version="1.0" encoding="UTF-8"?>
<wfs:FeatureCollection
 xmlns:wfs="http://www.opengis.net/wfs/2.0" xmlns:gn="http://inspire.ec.europa.eu/schemas/gn/4.0"
 xmlns:base="http://inspire.ec.europa.eu/schemas/base/3.3" xmlns:gmd="http://www.isotc211.org/2005/gmd"
 xmlns:gml="http://www.opengis.net/gml/3.2" xmlns:xlink="http://www.w3.org/1999/xlink"
 xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
 xsi:schemaLocation="http://www.opengis.net/wfs/2.0 http://schemas.opengis.net/wfs/2.0/wfs.xsd http://inspire.ec.europa.eu/schemas/gn/4.0 http://inspire.ec.europa.eu/schemas/gn/4.0/GeographicalNames.xsd"
)";

}  // namespace

std::string to_inspire_names(const NamesHandedOut& names, const InspireOptions& options, std::vector<Finding>& findings) {
  std::size_t shown = 0, without = 0;
  Xml xml;
  for (const PlaceRecord& place : names.places) {
    const bool named = std::any_of(place.names.begin(), place.names.end(), [&](const PlaceName& n) { return n.days().contains(options.day); });
    if (!named) continue;
    if (!place.position) {
      ++without;
      continue;
    }
    named_place(xml, place, names, options);
    ++shown;
  }
  if (without > 0) findings.push_back({.rule = "name.without_shape", .severity = Severity::warning, .facts = {{"count", std::to_string(without)}}});
  const std::string count = std::to_string(shown);
  std::string out{head};
  for (const std::string& part : {std::string{" timeStamp=\""}, escaped(names.made_at), std::string{"\" numberMatched=\""}, count,
                                  std::string{"\" numberReturned=\""}, count, std::string{"\">\n"}, xml.take(), std::string{"</wfs:FeatureCollection>\n"}}) {
    out += part;
  }
  return out;
}

}  // namespace merestone
