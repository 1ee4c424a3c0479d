// SPDX-License-Identifier: Apache-2.0
/// A settled line between two shires, for the scenarios on lines, monuments and inspections.
#pragma once

#include "data/office/line_edit.hpp"
#include "data/office/monument_acts.hpp"
#include "tests/contract/engines.hpp"
#include "tests/support/findings.hpp"

#include <optional>
#include <string>
#include <vector>

namespace merestone::test {

inline Document paper(const char* title, const char* number, const char* day) {
  return {{}, "agreement", title, number, "Both governments", parse_date(day), "", ""};
}

inline std::optional<NumberTemplate> provincial(Level) { return NumberTemplate{}; }

/// The line between Northshire and Southshire, called 5253; it runs from (0, 1) by (1, 1) to (2, 1).
struct Border {
  explicit Border(const Site& place) : project{place.create()} {
    adopt(project, Counties{});
    const LineDesk desk = line_desk(project, on("2020-01-01"));
    line = desk.line("N/S").id;
    north = desk.divisions.find_code("N")->id;
    south = desk.divisions.find_code("S")->id;
    LineFiling filing;
    filing.record = {.line = line, .status = LineStatus::settled_demarcated, .code = "5253", .name = "NorthshireSouthshire线",
                     .other_name = "", .approving_body = "State Council", .approval = {}, .agreement = {}, .managing = "",
                     .published_by = "Ministry", .published_on = parse_date("2001-09-01"), .annex_scale = 50'000, .accuracy_m = 0,
                     .valid = {parse_date("2001-05-01"), open_end}};
    filing.agreement = paper("Agreement on the line", "", "2001-02-01");
    filing.approval = paper("Approval", "17/2001", "2001-05-01");
    record_lines(project, by("Ada"), {filing});
  }

  MonumentFiling stone(const char* number, double lon, double lat) const {
    MonumentFiling filing;
    Monument& m = filing.monument;
    m.number = number;
    m.lines = {line};
    m.position = from_degrees(lon, lat);
    m.accuracy_m = 0.1;
    m.witnesses = {{"pagoda", "top", 10, 120}, {"bridge", "pier", 200, 80}, {"cliff", "", 300, 45}};
    m.valid = {parse_date("2001-05-01"), open_end};
    return filing;
  }
  LineDesk desk(const char* day = "2026-01-01") const { return line_desk(project, on(day)); }

  Project project;
  BoundaryLineId line;
  DivisionId north, south;
};

inline StepFiling step(const Border& border, const char* id, InspectionState state, const char* day) {
  StepFiling filing{id, border.line, InspectionKind::regular, "", {}};
  filing.step.state = state;
  filing.step.on = parse_date(day);
  filing.step.lead = border.north;
  filing.step.left_by = "Wang";
  filing.step.right_by = "Li";
  filing.step.document = "9/2021";
  return filing;
}

}  // namespace merestone::test
