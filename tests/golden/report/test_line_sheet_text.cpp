// SPDX-License-Identifier: Apache-2.0
#include "cli/report/document.hpp"
#include "cli/report/line_sheet.hpp"
#include "cli/report/report_files.hpp"
#include "tests/support/approve.hpp"

#include <catch2/catch.hpp>

#include <string>

using namespace merestone;

namespace {

Monument stone(const char* number, double lon, double lat) {
  Monument m;
  m.number = number;
  m.kind = MonumentKind::single;
  m.position = from_degrees(lon, lat);
  m.height_m = 412.5;
  m.accuracy_m = 0.1;
  m.surveyed_on = parse_date("2001-04-12");
  m.material = "granite";
  m.location = "on the pass";
  m.witnesses = {{"pagoda", "top", 10, 120}, {"bridge", "pier", 200, 80}, {"cliff", "", 300, 45}};
  m.valid = {parse_date("2001-05-01"), open_end};
  return m;
}

/// A line of two segments: a ridge from stone to stone, then a river in the words of the agreement; and a ring around an exclave.
LineSheet sheet() {
  LineSheet sheet;
  sheet.head = {"Office of Lines", "Merestone 1.0", "2026-01-02T03:04:05Z", std::string(64, 'a'), parse_date("2026-01-02"), 7};
  sheet.name = "Northshire Southshire line";
  sheet.codes = "N/S";
  sheet.left = "Northshire";
  sheet.right = "Southshire";
  LineRecord record;
  record.status = LineStatus::settled_demarcated;
  record.code = "5253";
  record.name = sheet.name;
  record.other_name = "Southshire Northshire line";
  record.approving_body = "State Council";
  record.published_by = "Ministry";
  record.published_on = parse_date("2001-09-01");
  record.annex_scale = 50'000;
  record.valid = {parse_date("2001-05-01"), open_end};
  sheet.record = record;
  sheet.agreement = Document{{1}, "agreement", "Agreement on the line", "3/2001", "Both governments", parse_date("2001-02-01"), "", ""};
  sheet.approval = Document{{2}, "approval", "Approval", "17/2001", "State Council", parse_date("2001-05-01"), "", ""};
  sheet.length_m = 17'234.4;
  Segment ridge;
  ridge.ordinal = 1;
  ridge.carrier = Carrier::ridge;
  ridge.feature = "White Horse Ridge";
  Segment river;
  river.ordinal = 2;
  river.carrier = Carrier::watercourse;
  river.feature = "Stone Brook";
  river.downstream = true;
  river.movement = MovementRule::follows_feature;
  river.text = "Along the middle of Stone Brook to the confluence.";
  const Position a = from_degrees(112, 28), b = from_degrees(112.05, 28.02), c = from_degrees(112.1, 27.98),
                 exclave = from_degrees(112.09, 27.97);
  sheet.course = {{"5253001Q", "5253002Q", ridge, 5400.2, {{a, b, 65.7, 3, 5400.2}}},
                  {"5253002Q", "", river, 9834.2, {{b, c, 131.9, 6, 9834.2}}},
                  {"", "", {}, 2000, {{exclave, c, 45, 2, 1000}, {c, exclave, 225, 10, 1000}}, exclave}};
  MonumentEntry missing{stone("5253002Q", 112.05, 28.02), {}, {}};
  missing.judgement.status = MonumentStatus::missing;
  missing.judgement.on = parse_date("2025-08-01");
  sheet.monuments = {{stone("5253001Q", 112, 28), {}, {}}, missing};
  sheet.due.last_filed = parse_date("2021-06-30");
  sheet.due.due = parse_date("2026-06-30");
  return sheet;
}

}  // namespace

TEST_CASE("the words of a line sheet, in three languages: record, course on the rose, monuments, what is due (BL-10, BL-20)") {
  for (const std::string language : {"en", "zh", "fr"}) {
    test::approve("report/line." + language + ".txt", to_text(compose_line_sheet(sheet(), Phrases{language})));
  }
}
