// SPDX-License-Identifier: Apache-2.0
/// A county town under the law of China, with streets on record, for tests of names.
#pragma once

#include "data/office/gazetteer.hpp"
#include "data/office/name_workflow.hpp"
#include "data/office/naming_checks.hpp"
#include "tests/contract/engines.hpp"

#include <optional>
#include <string>
#include <vector>

namespace merestone::test {

inline const Date midsummer = parse_date("2024-06-30");

/// Two townships, a degree square each, in their county, prefecture and province.
inline void adopt_county_town(Project& project) {
  std::vector<DeliveredDivision> divisions;
  const auto add = [&](const char* code, const char* name, const char* superior, Level level, const char* kind) {
    DeliveredDivision d;
    d.record = divisions.size() + 1;
    d.code = code;
    d.name = name;
    d.parent_code = superior;
    d.level = level;
    d.kind = kind;
    d.language = "zh";
    d.has_shape = level == 4;
    divisions.push_back(std::move(d));
  };
  add("330000", "浙江省", "", 1, "province");
  add("330300", "温州市", "330000", 2, "prefecture_city");
  add("330381", "瑞安市", "330300", 3, "county_city");
  add("330381001", "安阳街道", "330381", 4, "subdistrict");
  add("330381002", "玉海街道", "330381", 4, "subdistrict");
  RingSet rings;
  for (int i = 0; i < 2; ++i) rings.add(Ring{from_degrees(i, 0), from_degrees(i + 1, 0), from_degrees(i + 1, 1), from_degrees(i, 1)}, static_cast<UnitIndex>(3 + i));
  adopt_divisions(project, by("Ada"), {divisions, build_mesh(rings).mesh, "gb2260", {parse_date("2000-01-01"), open_end}});
}

struct Town {
  explicit Town(const Site& site) : project{site.create({"cn"})} {
    adopt_county_town(project);
    std::vector<PlaceRecord> places;
    for (const char* name : {"向阳路", "朝阳路", "建设路", "象阳路", "湘阳街", "向阳村", "人民路", "解放路", "向洋路"}) places.push_back(street(name, 0.5, 0.5));
    places.push_back(street("向阳路", 1.5, 0.5));
    places.back().names[0].kind = NameKind::former;
    places.push_back(street("飞云江", 0.7, 0.7));
    places.back().classes = {{0, "cn-18521", "12"}};
    places.back().attributes = {};
    PlaceRecord built_up = street("安阳建成区", 0.5, 0.5);
    built_up.type = "built_up_area";
    built_up.classes = {};
    PlaceShape extent;
    extent.role = ShapeRole::extent;
    extent.area = {{{from_degrees(0, 0), from_degrees(1, 0), from_degrees(1, 1), from_degrees(0, 1)}, {}}};
    built_up.shapes = {extent};
    places.push_back(built_up);
    record_places(project, by("Ben"), places);
  }
  PlaceRecord street(const char* text, double lon, double lat) const {
    PlaceRecord place;
    PlaceName name;
    name.text = text;
    name.language = "zh";
    name.source = "survey";
    place.names = {name};
    place.position = from_degrees(lon, lat);
    place.type = "23";
    place.classes = {{0, "cn-18521", "23"}};
    place.divisions = {{0, project.divisions(on("2020-01-01")).find_code(lon < 1 ? "330381001" : "330381002")->id, PlaceRelation::in, {}}};
    return place;
  }
  std::vector<std::string> found(const char* text, std::optional<Position> position, const NameSearch* names, const char* area = "") const {
    NamingQuestion question;
    question.request.text = text;
    question.request.class_code = "23";
    question.request.built_up_area = area;
    question.division = "330381001";
    question.day = midsummer;
    question.position = position;
    question.names = names;
    std::vector<std::string> told;
    for (const NamingFinding& f : naming_findings(project, question)) {
      std::string line = f.law + " " + f.finding.rule;
      for (const std::int64_t place : f.places) line += " #" + std::to_string(place);
      told.push_back(line);
    }
    return told;
  }
  Project project;
};

}  // namespace merestone::test
