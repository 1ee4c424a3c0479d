// SPDX-License-Identifier: Apache-2.0
#include "gis/base/error.hpp"
#include "gis/divisions/coverage_findings.hpp"
#include "gis/divisions/lookup.hpp"

using namespace merestone;

namespace {

const std::vector<DeliveredDivision> delivery{{.file = "a.gpkg", .record = 1, .code = "01", .name = "Ain"},
                                              {.file = "a.gpkg", .record = 2, .code = "02", .name = "Bin"}};

std::string fact(const Finding& finding, std::string_view name) {
  for (const auto& [key, value] : finding.facts) {
    if (key == name) return value;
  }
  return {};
}

}  // namespace

TEST_CASE("a fault of the mesh names both parties, the place and the size") {
  const MeshFault overlap{.kind = MeshFaultKind::overlap, .place = {5'500'000'000, 45'000'000'000}, .unit = 1, .other = 0,
                          .area_m2 = 12.34};
  const auto findings = coverage_findings({overlap}, delivery, {});
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].rule == "mesh.overlap");
  CHECK(findings[0].severity == Severity::error);
  CHECK(findings[0].subject.file == "a.gpkg");
  CHECK(findings[0].subject.record == "2");
  CHECK(findings[0].place->lon == 5.5);
  CHECK(fact(findings[0], "left") == "02 Bin");
  CHECK(fact(findings[0], "right") == "01 Ain");
  CHECK(fact(findings[0], "area_m2") == "12.3");
}

TEST_CASE("only what the office names is accepted, and only what can be") {
  const std::vector<MeshFault> faults{{.kind = MeshFaultKind::gap, .place = {}, .unit = 0},
                                      {.kind = MeshFaultKind::sliver, .place = {}, .unit = 0, .other = 1},
                                      {.kind = MeshFaultKind::overlap, .place = {}, .unit = 0, .other = 1}};
  const std::vector<std::string> accepted{"sliver"};
  const auto findings = coverage_findings(faults, delivery, accepted);
  CHECK(findings[0].severity == Severity::warning);
  CHECK(findings[1].severity == Severity::warning);
  CHECK(findings[2].severity == Severity::error);
  for (const auto& word : acceptable_faults()) CHECK((word != "gap" && word != "touch" && word != "inner_border"));
  CHECK(acceptable_faults().size() == 6);
}

TEST_CASE("a code is answered by its holder on the day, or by when it was held") {
  DivisionFacts facts;
  const Period then{parse_date("1943-01-01"), parse_date("2016-01-01")};
  facts.versions = {{DivisionId{1}, 4, "commune", then, {}}};
  facts.codes = {{DivisionId{1}, "insee", "49001", then}};
  facts.names = {{DivisionId{1}, "Les Alleuds", "fr", "official", then}};
  const auto day = parse_date("2015-06-01");
  CHECK(division_with_code(DivisionRegister{facts, day}, facts, "49001", day).name == "Les Alleuds");

  const auto rule_of = [&](std::string_view code, Date asked) -> std::string {
    try {
      division_with_code(DivisionRegister{facts, asked}, facts, code, asked);
    } catch (const Error& error) {
      CHECK(error.fault() == Fault::missing);
      return error.findings().at(0).rule;
    }
    return "found";
  };
  CHECK(rule_of("49001", parse_date("2016-01-01")) == "division.other_day");
  CHECK(rule_of("49002", day) == "division.unknown_code");
  facts.versions.front().valid.until = facts.codes.front().valid.until = facts.names.front().valid.until = open_end;
  CHECK(rule_of("49001", parse_date("1900-01-01")) == "division.held_later");
}
