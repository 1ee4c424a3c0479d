// SPDX-License-Identifier: Apache-2.0
// Names in the formats of others: Linked Places, INSPIRE Geographical Names, GeoPackage, Shapefile in GB18030.
#include "data/exchange/inspire_names.hpp"
#include "data/exchange/linked_places.hpp"
#include "data/exchange/names_layer.hpp"
#include "data/exchange/writing.hpp"
#include "gis/names/language.hpp"
#include "tests/support/text.hpp"
#include "tests/unit/exchange/fixtures.hpp"

#include <catch2/catch.hpp>

#include <map>

using namespace merestone;
using namespace merestone::test;

namespace {

/// 解放路 in 安阳, once 中山路; with a minority name, a course and codes elsewhere.
PlaceRecord street() {
  PlaceRecord place;
  place.id = {12};
  place.local_id = "S1";
  place.type = "23";
  place.position = from_degrees(120.65, 27.78);
  place.valid = {parse_date("1912-01-01"), open_end};
  place.head.description = "东起安阳桥 & <西至东门>";
  place.classes = {{0, "cn-18521", "23"}};
  place.codes = {{0, "geonames", "1794903", {}}, {0, "wikidata", "Q42", {}}, {0, "cn-place", "33038100123000000001", {}}};
  place.divisions = {{0, {7}, PlaceRelation::in, {}}};
  PlaceName now;
  now.text = "解放路";
  now.language = "zh";
  now.status = NameStatus::in_force;
  now.specific = "解放";
  now.generic = "路";
  now.reading = "Jiěfàng Lù";
  now.reading_certainty = Certainty::confirmed;
  now.source = "瑞政发〔1951〕3号";
  now.valid = *parse_edtf("1951-05-01/..");
  now.spellings = {{0, "Jiefang Lu", "Latn", "pinyin-1984", "zh", Certainty::confirmed, "GB"}};
  PlaceName former = now;
  former.text = "中山路";
  former.kind = NameKind::former;
  former.status = NameStatus::recorded;
  former.specific = "中山";
  former.reading = "";
  former.reading_certainty = Certainty::unsure;
  former.spellings = {};
  former.valid = *parse_edtf("1927~/1951-04-30");
  PlaceName exonym;
  exonym.text = "Liberation Road";
  exonym.language = "en";
  exonym.kind = NameKind::exonym;
  exonym.valid = *parse_edtf("198X/..");
  place.names = {now, former, exonym};
  PlaceShape course;
  course.role = ShapeRole::course;
  course.method = "survey";
  course.accuracy_m = 0.5;
  course.path = {from_degrees(120.65, 27.78), from_degrees(120.66, 27.79)};
  PlaceShape extent;
  extent.role = ShapeRole::extent;
  extent.area = {{{from_degrees(0, 0), from_degrees(1, 0), from_degrees(1, 1)}, {}}};
  place.shapes = {course, extent};
  return place;
}

NamesHandedOut handed_out() {
  NamesHandedOut names;
  names.places = {street()};
  names.divisions[7] = {"330381001", "安阳街道"};
  names.recorded_at[12] = "2026-03-01T08:00:00Z";
  names.made_at = "2026-03-02T08:00:00Z";
  return names;
}

/// Children of an element as the application schema of INSPIRE GN 4.0 orders them; of each whether it must be there.
struct Child {
  std::string name;
  bool needed;
};
const std::map<std::string, std::vector<Child>> content{
    {"wfs:FeatureCollection", {{"wfs:member", false}}},
    {"wfs:member", {{"gn:NamedPlace", true}}},
    {"gn:NamedPlace",
     {{"gn:beginLifespanVersion", true}, {"gn:endLifespanVersion", false}, {"gn:geometry", true}, {"gn:inspireId", true}, {"gn:leastDetailedViewingResolution", false},
      {"gn:localType", true}, {"gn:mostDetailedViewingResolution", false}, {"gn:name", true}, {"gn:relatedSpatialObject", true}, {"gn:type", true}}},
    {"gn:geometry", {{"gml:Point", true}}},
    {"gml:Point", {{"gml:pos", true}}},
    {"gn:inspireId", {{"base:Identifier", true}}},
    {"base:Identifier", {{"base:localId", true}, {"base:namespace", true}}},
    {"gn:localType", {{"gmd:LocalisedCharacterString", true}}},
    {"gn:name", {{"gn:GeographicalName", true}}},
    {"gn:GeographicalName",
     {{"gn:language", true}, {"gn:nativeness", true}, {"gn:nameStatus", true}, {"gn:sourceOfName", true}, {"gn:pronunciation", true}, {"gn:spelling", true}}},
    {"gn:spelling", {{"gn:SpellingOfName", true}}},
    {"gn:SpellingOfName", {{"gn:text", true}, {"gn:script", true}, {"gn:transliterationScheme", false}}},
};

/// What is wrong with a document: an element out of order, unknown, missing, or tags that do not match.
std::vector<std::string> wrong_in(const std::string& xml) {
  struct Open {
    std::string name;
    std::size_t at = 0;
    std::vector<bool> seen;
    bool nil = false;
  };
  std::vector<std::string> wrong;
  std::vector<Open> open;
  const auto finish = [&](const Open& element) {
    const auto model = content.find(element.name);
    if (model == content.end() || element.nil) return;
    for (std::size_t i = 0; i < model->second.size(); ++i) {
      if (model->second[i].needed && !element.seen[i]) wrong.push_back(element.name + " lacks " + model->second[i].name);
    }
  };
  for (std::size_t at = xml.find('<', 1); at != std::string::npos; at = xml.find('<', at + 1)) {
    const std::size_t end = xml.find('>', at);
    std::string tag = xml.substr(at + 1, end - at - 1);
    if (tag.starts_with('/')) {
      if (open.empty() || open.back().name != tag.substr(1)) return {"tags do not match at " + tag};
      finish(open.back());
      open.pop_back();
      continue;
    }
    const bool empty = tag.ends_with('/');
    Open element{tag.substr(0, tag.find_first_of(" \n/")), 0, {}, tag.find("xsi:nil=\"true\"") != std::string::npos};
    if (const auto model = content.find(element.name); model != content.end()) element.seen.resize(model->second.size());
    if (!open.empty()) {
      const auto model = content.find(open.back().name);
      if (model == content.end()) {
        wrong.push_back(element.name + " in " + open.back().name);
      } else {
        std::size_t place = open.back().at;
        while (place < model->second.size() && model->second[place].name != element.name) ++place;
        if (place == model->second.size()) wrong.push_back(element.name + " out of order in " + open.back().name);
        else open.back().seen[open.back().at = place] = true;
      }
    }
    if (element.nil && tag.find("nilReason=") == std::string::npos) wrong.push_back(element.name + " is nil without a reason");
    if (empty) finish(element);
    else open.push_back(std::move(element));
  }
  if (!open.empty()) wrong.push_back("not closed: " + open.back().name);
  return wrong;
}

}  // namespace

TEST_CASE("what goes out as Linked Places comes back as it was") {
  const Folder folder;
  const auto text = to_linked_places(handed_out(), "https://names.example/place/");
  CHECK(has(text, R"("@id": "https://names.example/place/12")"));
  CHECK(has(text, R"("relationTo": "division:330381001")"));
  const auto delivery = read_linked_places(folder.write("names.jsonld", text));
  CHECK(errors_in(delivery.findings).empty());
  CHECK(fact(finding(delivery.findings, "name.set_aside"), "what") == "relations");
  REQUIRE(delivery.places.size() == 1);
  const PlaceRecord was = street(), &is = delivery.places[0].place;
  CHECK(is.local_id == was.local_id);
  CHECK(is.position == was.position);
  CHECK(is.valid == was.valid);
  CHECK(is.head.description == was.head.description);
  CHECK(is.classes.at(0).code == "23");
  REQUIRE(is.codes.size() == 3);
  CHECK(is.codes[2].system == "cn-place");
  REQUIRE(is.names.size() == 3);
  for (std::size_t i = 0; i < 3; ++i) {
    CHECK(is.names[i].text == was.names[i].text);
    CHECK(is.names[i].language == was.names[i].language);
    CHECK(is.names[i].kind == was.names[i].kind);
    CHECK(is.names[i].status == was.names[i].status);
    CHECK(is.names[i].valid == was.names[i].valid);
    CHECK(is.names[i].reading == was.names[i].reading);
    CHECK(is.names[i].spellings.size() == was.names[i].spellings.size());
  }
  REQUIRE(is.shapes.size() == 2);
  CHECK(is.shapes[0].path == was.shapes[0].path);
  CHECK(is.shapes[0].accuracy_m == 0.5);
  CHECK(is.shapes[1].role == ShapeRole::extent);
  CHECK(twice_area(is.shapes[1].area.at(0).outer) == twice_area(was.shapes[1].area.at(0).outer));
}

TEST_CASE("Linked Places of others: title, times, links and letters of classes") {
  const Folder folder;
  const auto delivery = read_linked_places(folder.write("others.json", R"json({"type": "FeatureCollection",
    "@context": "https://example.org/linkedplaces-context-v1.3.jsonld", "features": [
     {"@id": "http://mygaz.org/places/p_1", "type": "Feature", "properties": {"title": "Abingdon (UK)", "fclasses": ["P"]},
      "geometry": {"type": "GeometryCollection", "geometries": [
        {"type": "Point", "coordinates": [-1.2879, 51.6708], "when": {"timespans": [{"start": {"in": "1600"}, "end": {"in": "1699"}}]}},
        {"type": "Polygon", "coordinates": [[[-1.3, 51.6], [-1.3, 51.7], [-1.2, 51.7], [-1.3, 51.6]]]}]},
      "names": [{"toponym": "Abingdon (UK)", "lang": "en", "citation": {"label": "Ye Olde Gazetteer (1635)"}},
                {"toponym": "Abbandune", "lang": "ang", "when": {"timespans": [{"start": {"in": "676"}, "end": {"latest": "1066"}}]}},
                {"toponym": "Abingdon-on-Thames", "lang": "en", "when": {"timespans": [{"start": {"earliest": "1600"}}]}}],
      "links": [{"type": "exactMatch", "identifier": "https://www.geonames.org/2657780/"}, {"type": "closeMatch", "identifier": "wd:Q321022"},
                {"type": "seeAlso", "identifier": "https://example.org"}],
      "depictions": [{"@id": "https://example.org/a.jpg"}]},
     {"type": "Feature", "properties": {"title": "Only a title"}, "geometry": null}]})json"));
  CHECK(errors_in(delivery.findings).empty());
  REQUIRE(delivery.places.size() == 2);
  const PlaceRecord& place = delivery.places[0].place;
  CHECK(place.local_id == "http://mygaz.org/places/p_1");
  CHECK(place.position == from_degrees(-1.2879, 51.6708));
  CHECK(twice_area(place.shapes.at(0).area.at(0).outer) > 0);  // turned: the ground lies to the left
  CHECK(place.names[0].kind == NameKind::official);
  CHECK(place.names[0].source == "Ye Olde Gazetteer (1635)");
  CHECK(place.names[1].kind == NameKind::former);
  CHECK(to_string(place.names[1].valid) == "0676/1066~");
  CHECK(place.names[2].kind == NameKind::variant);
  CHECK(to_string(place.names[2].valid) == "1600~/..");
  CHECK(place.classes.at(0).scheme == "geonames");
  REQUIRE(place.codes.size() == 2);
  CHECK(place.codes[0].code == "2657780");
  CHECK(place.codes[1].system == "wikidata");
  CHECK(delivery.places[1].place.names.at(0).text == "Only a title");
}

TEST_CASE("features that cannot be taken are told by their number, the rest comes in") {
  const Folder folder;
  const auto delivery = read_linked_places(folder.write("bad.json", R"({"type": "FeatureCollection", "features": [
    {"type": "Feature", "properties": {}, "names": [{"toponym": ""}], "geometry": null},
    {"type": "Feature", "properties": {"title": "Swapped"}, "geometry": {"type": "Point", "coordinates": [27.78, 120.65]}},
    {"type": "Feature", "properties": {"title": "Open"}, "geometry": {"type": "Polygon", "coordinates": [[[0, 0], [1, 0], [1, 1], [0, 1]]]}},
    {"type": "Feature", "properties": {"title": "Backwards"}, "geometry": null, "names": [{"toponym": "B", "when": {"timespans": [{"start": {"in": "1900"}, "end": {"in": "1800"}}]}}]},
    "no feature", {"type": "Feature", "properties": {"title": "Good"}}]})"));
  REQUIRE(delivery.places.size() == 1);
  CHECK(delivery.places[0].record == 6);
  std::vector<std::string> records;
  for (const Finding& f : delivery.findings) records.push_back(f.rule + " " + f.subject.record);
  CHECK(records == std::vector<std::string>{"name.bad_feature 1", "name.bad_feature 2", "name.bad_feature 3", "name.bad_feature 4", "name.bad_feature 5"});
  std::string nested = R"({"type": "Point", "coordinates": [1, 2]})";
  for (int i = 0; i < 40; ++i) nested = R"({"type": "GeometryCollection", "geometries": [)" + nested + "]}";
  const auto deep = read_linked_places(folder.write("deep.json", R"({"type": "FeatureCollection", "features": [{"type": "Feature", "properties": {"title": "Deep"}, "geometry": )" +
                                                                     nested + R"(}, {"type": "Feature", "properties": {"title": "Dot"}, "geometry": {"type": "LineString", "coordinates": [[1, 2]]}}]})"));
  CHECK(deep.places.empty());
  CHECK(deep.findings.size() == 2);
  for (const char* text : {"", "{", "[1, 2]", R"({"type": "Topology"})", "\x89PNG"}) {
    CHECK(failure_of([&] { read_linked_places(folder.write("no.json", text)); }).second.contains("name.not_linked_places"));
  }
  CHECK(failure_of([&] { read_linked_places(folder.path("nothing.json")); }).second.contains("cli.no_file"));
}

TEST_CASE("INSPIRE names keep the order, the code lists and the nil reasons of the schema (GN 4.0)") {
  std::vector<Finding> findings;
  NamesHandedOut names = handed_out();
  names.places.push_back(street());
  names.places.back().id = {13};
  names.places.back().position = {};
  const auto xml = to_inspire_names(names, {"CN.RUIAN.GN", parse_date("2026-01-01")}, findings);
  CHECK(wrong_in(xml) == std::vector<std::string>{});
  CHECK(fact(finding(findings, "name.without_shape"), "count") == "1");
  for (const char* part : {R"(numberReturned="1")", R"(<gn:NamedPlace gml:id="CN.RUIAN.GN.12">)", "<gn:beginLifespanVersion>2026-03-01T08:00:00Z</gn:beginLifespanVersion>",
                           "<gml:pos>27.78 120.65</gml:pos>", "<gn:language>zho</gn:language>", "<gn:language>eng</gn:language>", "<gn:text>解放路</gn:text>",
                           "<gn:script>Hani</gn:script>", "<gn:transliterationScheme>pinyin-1984</gn:transliterationScheme>", "<gn:text>Jiěfàng Lù</gn:text>",
                           "NativenessValue/exonym", "NameStatusValue/official", "NameStatusValue/historical", "NamedPlaceTypeValue/transportNetwork",
                           "瑞政发〔1951〕3号"}) {
    CAPTURE(part);
    CHECK(has(xml, part));
  }
  CHECK(wrong_in("<?xml?><gn:NamedPlace><gn:type/><gn:name/></gn:NamedPlace>").size() > 2);  // the check itself can fail
}

TEST_CASE("characters that XML does not know are left out of INSPIRE names") {
  std::vector<Finding> findings;
  NamesHandedOut names = handed_out();
  names.places.at(0).names.at(0).text = "解\uFFFF放\uFFFE&\x01\uFFFD路";
  const auto xml = to_inspire_names(names, {"CN.RUIAN.GN", parse_date("2026-01-01")}, findings);
  CHECK(has(xml, "<gn:text>解放&amp;\uFFFD路</gn:text>"));
}

TEST_CASE("languages and scripts for INSPIRE") {
  CHECK(three_letters_of("zh-Hant") == "zho");
  CHECK(three_letters_of("ug") == "uig");
  CHECK(three_letters_of("und").empty());
  CHECK(script_of("乌鲁木齐 1") == "Hani");
  CHECK(script_of("ئۈرۈمچى") == "Arab");
  CHECK(script_of("Ürümqi") == "Latn");
  CHECK(script_of("2021").empty());
}

TEST_CASE("names go into a GeoPackage and come back from it") {
  const Folder folder;
  const PlaceRecord place = street();
  write_layers(folder.path("names.gpkg"), {names_layer({&place, 1})});
  const auto delivery = read_gazetteer(folder.path("names.gpkg"), "cn-18521", {});
  CHECK(errors_in(delivery.findings).empty());
  REQUIRE(delivery.places.size() == 1);
  const PlaceRecord& is = delivery.places[0].place;
  REQUIRE(is.names.size() == 3);
  CHECK(is.position == place.position);
  for (std::size_t i = 0; i < 3; ++i) {
    CHECK(is.names[i].text == place.names[i].text);
    CHECK(is.names[i].kind == place.names[i].kind);
    CHECK(is.names[i].valid == place.names[i].valid);
  }
}

TEST_CASE("names from a Shapefile in GB18030: by its code page, and never taken for UTF-8") {
  const Folder folder;
  ExportLayer points{.name = "names", .shape = ExportLayer::Shape::point, .columns = {{"code", ExportLayer::Column::Type::text}, {"name", ExportLayer::Column::Type::text}},
                     .shapes = {to_wkb(from_degrees(114, 30)), to_wkb(from_degrees(111, 27))}, .values = {"1", "a", "2", "b"}};
  const std::string path = folder.path("names.shp");
  write_layers(path, {points});
  const std::string rare = "\x82\x30\xab\x33\xb4\xe5", longhui = "\xc2\xa1\xbb\xd8\xd5\xf2";  // 㙍村 with a character of four bytes, 隆回镇
  ReadOptions options;
  options.columns = {{"id", "code"}};
  set_shapefile_text(path, {{"1", rare}, {"2", longhui}}, "GB18030");
  const auto delivery = read_gazetteer(path, "cn-18521", options);
  CHECK(errors_in(delivery.findings).empty());
  REQUIRE(delivery.places.size() == 2);
  CHECK(delivery.places[0].place.names[0].text == "㙍村");
  CHECK(delivery.places[1].place.names[0].text == "隆回镇");
  CHECK(delivery.places[1].place.position == from_degrees(111, 27));

  set_shapefile_text(path, {{"1", rare}, {"2", longhui}}, "UTF-8");
  const auto mistaken = [&] { return read_gazetteer(path, "cn-18521", options); };
  try {
    CHECK_FALSE(errors_in(mistaken().findings).empty());
  } catch (const Error& error) {
    CHECK(error.fault() == Fault::invalid);
  }
  options.encoding = "GB18030";
  CHECK(mistaken().places.at(1).place.names[0].text == "隆回镇");
}
