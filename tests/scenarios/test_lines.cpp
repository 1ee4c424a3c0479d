// SPDX-License-Identifier: Apache-2.0
/// Acceptance scenarios 11 to 14 and 29 of domain.md §9.1, through the acts of an office, on both engines.
#include "data/exchange/export_layer.hpp"
#include "data/exchange/reading_lines.hpp"
#include "gis/boundaries/course.hpp"
#include "gis/geodesy/geodesic.hpp"
#include "tests/scenarios/border.hpp"

#include <algorithm>
#include <fstream>

using namespace merestone;
using namespace merestone::test;

TEST_CASE("monuments of a line with an exclave are judged along the line, and where they stand on any piece") {
  const Site place{GENERATE(Engine::spatialite, Engine::postgis)};
  // Aldham of Northshire over Clare of Southshire; Birch of Northshire lies as an island in Clare.
  Counties ground;
  std::erase_if(ground.divisions, [](const DeliveredDivision& d) { return d.code == "d"; });
  const auto box = [](double west, double south, double east, double north) {
    return Ring{from_degrees(west, south), from_degrees(east, south), from_degrees(east, north), from_degrees(west, north), from_degrees(west, south)};
  };
  RingSet rings;
  rings.add(box(0, 3, 3, 4), 0);
  rings.add(box(1, 1, 2, 2), 1);
  rings.add(MultiPolygon{{box(0, 0, 3, 3), {box(1, 1, 2, 2)}}}, 2);
  ground.mesh = build_mesh(rings).mesh;
  Project project = place.create();
  adopt(project, ground);
  const LineDesk desk = line_desk(project, on("2020-01-01"));
  const BoundaryLineId line = desk.line("N/S").id;
  REQUIRE(line_ground(project, line, on("2020-01-01")).pieces.size() == 2);
  LineFiling filed;
  filed.record = {.line = line, .status = LineStatus::settled_demarcated, .code = "5253", .name = "", .other_name = "", .approving_body = "State Council",
                  .approval = {}, .agreement = {}, .managing = "", .published_by = "", .published_on = {}, .annex_scale = 50'000, .accuracy_m = 0,
                  .valid = {parse_date("2011-05-01"), open_end}};
  filed.agreement = paper("Agreement on the line", "", "2011-02-01"), filed.approval = paper("Approval", "17/2011", "2011-05-01");
  record_lines(project, by("Ada"), {filed});
  const auto stone = [&](const char* number, double lon, double lat) {
    MonumentFiling filing;
    filing.monument.number = number;
    filing.monument.lines = {line};
    filing.monument.position = from_degrees(lon, lat);
    filing.monument.accuracy_m = 0.1;
    filing.monument.witnesses = {{"pagoda", "top", 10, 120}, {"bridge", "pier", 200, 80}, {"cliff", "", 300, 45}};
    filing.monument.valid = {parse_date("2011-05-01"), open_end};
    return filing;
  };
  // Along the course the third stands before the second; the one on the ring around Birch is bound by no order.
  const auto along = record_monuments(project, by("Ada"), {stone("5253001Q", 0.5, 3), stone("5253003Q", 1, 3), stone("5253002Q", 2, 3), stone("5253004Q", 1, 1.5)}, provincial);
  CHECK(rules_of(along.findings) == std::vector<std::string>{"monument.number_order"});
  CHECK(along.findings.front().subject.record == "5253002Q");
  // Far from both pieces, and between them.
  const auto beside = record_monuments(project, by("Ada"), {stone("5253005Q", 2.5, 3), stone("5253006Q", 1.5, 2.01)}, provincial);
  CHECK(rules_of(beside.findings) == std::vector<std::string>{"monument.far_from_line"});
  CHECK(beside.findings.front().subject.record == "5253006Q");
}

TEST_CASE("the legal record of a line is read back, and its names are found in both orders") {
  const Site place{GENERATE(Engine::spatialite, Engine::postgis)};
  Border border{place};
  const LineDesk desk = border.desk();
  const LineRecord& record = *desk.record(border.line);
  CHECK(record.status == LineStatus::settled_demarcated);
  CHECK(record.other_name == "SouthshireNorthshire线");
  CHECK(desk.line("SouthshireNorthshire线").id == border.line);
  CHECK(desk.line("NorthshireSouthshire线").id == border.line);
  CHECK(desk.line("5253").id == border.line);
  CHECK(desk.line("S/N").id == border.line);
  CHECK(desk.line("a/b").level == 2);
  CHECK(rule_of(refusal([&] { desk.line("x/y"); })) == "boundary.unknown");
  CHECK(desk.document(record.approval)->number == "17/2001");
  CHECK(desk.document(record.agreement)->title == "Agreement on the line");
  CHECK(desk.line(border.line).name == "NorthshireSouthshire线");  // everywhere from now on
  CHECK(border.project.verify_audit().empty());

  SECTION("a later record ends the one before it, and both are kept") {
    LineFiling later;
    later.record = record;
    later.record.status = LineStatus::disputed;
    later.record.valid = {parse_date("2024-01-01"), open_end};
    record_lines(border.project, by("Ben"), {later});
    CHECK(border.desk("2023-12-31").record(border.line)->status == LineStatus::settled_demarcated);
    CHECK(border.desk("2024-01-01").record(border.line)->status == LineStatus::disputed);
    // BL-11: what it rested on stays in the archive, and can be cited for the days when it held.
    const LineDesk then = border.desk("2023-12-31");
    CHECK(then.document(then.record(border.line)->approval)->number == "17/2001");
    CHECK(then.document(then.record(border.line)->agreement)->title == "Agreement on the line");
  }
  SECTION("BL-11: the files of agreement and approval are kept as they came") {
    LineFiling filed;
    filed.record = record;
    filed.record.valid = {parse_date("2024-01-01"), open_end};
    filed.record.published_on = parse_date("2024-01-10");
    filed.agreement = paper("Agreement on the line", "3/2023", "2023-10-01"), filed.approval = paper("Approval", "4/2023", "2023-12-01");
    filed.agreement_file = Content{"application/octet-stream", std::string{"signed\0and sealed", 17}};
    record_lines(border.project, by("Ben"), {filed});
    const LineDesk now = border.desk();
    const Document& agreement = *now.document(now.record(border.line)->agreement);
    CHECK(agreement.sha256 == digest_of(*filed.agreement_file));
    REQUIRE(border.project.content(agreement.sha256));
    CHECK(border.project.content(agreement.sha256)->bytes == filed.agreement_file->bytes);
    CHECK(now.document(now.record(border.line)->approval)->sha256.empty());
    {  // the same agreement again, this time without its file: the record cites the one that has it
      LineFiling again = filed;
      again.agreement_file.reset();
      again.record.managing = "each side keeps what stands on its ground";
      record_lines(border.project, by("Ben"), {again});
      const LineDesk after = border.desk();
      CHECK(after.record(border.line)->agreement == now.record(border.line)->agreement);
      CHECK(after.document(after.record(border.line)->agreement)->sha256 == agreement.sha256);
      again.agreement.number = "4/2023";  // another paper
      again.record.published_on = parse_date("2024-01-11");
      record_lines(border.project, by("Ben"), {again});
      const LineDesk other = border.desk();
      CHECK(other.document(other.record(border.line)->agreement)->sha256.empty());
    }
    const Revision before = border.project.summary().revision;
    filed.approval = {};
    filed.record.status = LineStatus::disputed;
    filed.approval_file = Content{"application/octet-stream", "of what?"};
    CHECK(rule_of(refusal([&] { record_lines(border.project, by("Ben"), {filed}); })) == "boundary.file_of_nothing");
    filed.approval_file.reset();
    filed.agreement_file = Content{"application/octet-stream", ""};
    CHECK(rule_of(refusal([&] { record_lines(border.project, by("Ben"), {filed}); })) == "document.empty");
    CHECK(border.project.summary().revision == before);
    CHECK(border.project.verify_audit().empty());
  }
  SECTION("BL-01: a settled line without approval is refused whole") {
    LineFiling bare;
    bare.record = record;
    const Revision before = border.project.summary().revision;
    const Error error = refusal([&] { record_lines(border.project, by("Ben"), {bare}); });
    CHECK(error.fault() == Fault::invalid);
    CHECK(rule_of(error) == "boundary.no_approval");
    CHECK(border.project.summary().revision == before);
  }
}

TEST_CASE("scenario 11: the river moved by 60 m; the line agreed in 2001 stays, the segment is flagged") {
  const Site place{GENERATE(Engine::spatialite, Engine::postgis)};
  Border border{place};
  record_monuments(border.project, by("Ada"), {border.stone("5253001Q", 0, 1), border.stone("5253002Q", 1, 1)}, provincial);
  const LineDesk desk = border.desk();
  std::vector<Segment> segments(2);
  for (std::size_t i = 0; i < 2; ++i) {
    segments[i].line = border.line;
    segments[i].ordinal = static_cast<std::int64_t>(i) + 1;
    segments[i].carrier = i == 0 ? Carrier::watercourse : Carrier::ridge;
    segments[i].feature = i == 0 ? "Clearwater" : "Long Ridge";
    segments[i].valid = {parse_date("2001-05-01"), open_end};
  }
  segments[0].from = desk.monument("5253001Q").id;
  segments[0].to = segments[1].from = desk.monument("5253002Q").id;
  record_segments(border.project, by("Ada"), segments);

  const LineGround before = line_ground(border.project, border.line, on("2026-01-01"));
  FeatureSurvey survey{border.line, Carrier::watercourse, {}, parse_date("2025-10-01"), 2};
  Polyline river;
  for (int i = -10; i <= 110; ++i) {  // north of the line by 60 m
    river.push_back(destination(from_degrees(i / 100.0, 1), 0, 60));
  }
  survey.feature = {river};
  const auto outcome = compare_feature(border.project, by("Ben"), survey);
  CHECK(outcome.revision > 0);
  REQUIRE(outcome.shifts.size() == 1);  // the ridge is not compared with a river
  CHECK(outcome.shifts[0].shift.greatest_m == Approx(60).margin(0.5));
  CHECK(rules_of(outcome.findings) == std::vector<std::string>{"segment.feature_moved"});

  const LineGround after = line_ground(border.project, border.line, on("2026-01-01"));
  CHECK(after.pieces == before.pieces);  // BL-06
  const LineDesk now = border.desk();
  REQUIRE(now.shifts.size() == 1);
  CHECK(now.shifts[0].segment == now.segments_of(border.line)[0].id);
  CHECK(now.shifts[0].on == parse_date("2025-10-01"));
  CHECK(now.shifts[0].shift.greatest_m == Approx(60).margin(0.5));

  StepFiling special = step(border, "S1", InspectionState::planned, "2025-11-01");
  special.kind = InspectionKind::special;
  CHECK(rule_of(refusal([&] { take_steps(border.project, by("Ben"), {special}); })) == "inspection.no_reason");
  special.reason = "the Clearwater moved";
  take_steps(border.project, by("Ben"), {special});
  CHECK(border.desk().inspections.back().kind == InspectionKind::special);
  CHECK(border.project.verify_audit().empty());

  survey.feature = {before.pieces.front()};
  CHECK(compare_feature(border.project, by("Ben"), survey).revision == 0);  // nothing moved, nothing written
}

TEST_CASE("BL-07: what marked the line is gone: surveyed anew by both, a new indicator is fixed and filed, and the line stays") {
  const Site place{GENERATE(Engine::spatialite, Engine::postgis)};
  Border border{place};
  Segment wall;
  wall.line = border.line;
  wall.ordinal = 1;
  wall.carrier = Carrier::other;
  wall.feature = "Old Wall";
  wall.valid = {parse_date("2001-05-01"), open_end};
  record_segments(border.project, by("Ada"), {wall});
  const LineGround before = line_ground(border.project, border.line, on("2026-01-01"));
  for (const auto& [state, day] : {std::pair{InspectionState::planned, "2025-01-10"}, {InspectionState::lead_named, "2025-02-01"},
                                   {InspectionState::joint_meeting_1, "2025-03-01"}, {InspectionState::desk_check, "2025-03-10"},
                                   {InspectionState::field_check, "2025-04-01"}}) {
    take_steps(border.project, by("Ada"), {step(border, "2025-1", state, day)});
  }
  const LineDesk found = border.desk();
  record_segment_checks(border.project, by("Ada"), {{found.inspections[0].id, found.segments_of(border.line)[0].id, parse_date("2025-04-02"),
                                                     SegmentSeen::changed, Issue::re_survey, "a landslide took the wall"}});
  Segment marks = wall;
  marks.feature = "Row of survey marks";
  marks.valid.from = parse_date("2025-05-20");
  ActInfo agreed = by("Ada");
  agreed.document = paper("Joint re-survey of the wall", "4/2025", "2025-05-20");
  record_segments(border.project, agreed, {marks});
  take_steps(border.project, by("Ada"), {step(border, "2025-1", InspectionState::issues, "2025-05-25"), step(border, "2025-1", InspectionState::joint_meeting_2, "2025-06-01"),
                                         step(border, "2025-1", InspectionState::report_signed, "2025-06-10"), step(border, "2025-1", InspectionState::filed, "2025-06-20")});
  const LineDesk then = border.desk("2025-05-19"), now = border.desk();
  CHECK(then.segments_of(border.line)[0].feature == "Old Wall");
  REQUIRE(now.segments_of(border.line).size() == 1);
  CHECK(now.segments_of(border.line)[0].feature == "Row of survey marks");
  CHECK(now.segments_of(border.line)[0].id == then.segments_of(border.line)[0].id);  // what was seen of it stays with it
  REQUIRE(now.segment_checks.size() == 1);
  CHECK(now.segment_checks[0].issue == Issue::re_survey);
  CHECK(now.inspections[0].state() == InspectionState::filed);
  CHECK(line_ground(border.project, border.line, on("2026-01-01")).pieces == before.pieces);
  CHECK(border.project.verify_audit().empty());
}

TEST_CASE("BL-12: every product draws the line from its one geometry") {
  const Site place{GENERATE(Engine::spatialite, Engine::postgis)};
  Border border{place};
  const auto drawn_as_on_record = [&](const char* day) {
    const LineGround ground = line_ground(border.project, border.line, on(day));
    const Territory territory = derive(border.project.snapshot(on(day)), StatusQuo{});
    const ExportLayer lines = lines_layer(territory, border.project.divisions(on(day)), 1);
    double exported_m = 0;
    std::size_t shared = 0;
    for (std::size_t row = 0; row < lines.rows(); ++row) {
      if (lines.values[row * lines.columns.size() + 1].empty() || lines.values[row * lines.columns.size() + 3].empty()) continue;  // the outline of both
      ++shared;
      exported_m += std::stod(lines.values[row * lines.columns.size() + 5]);
    }
    CHECK(shared > 0);
    CHECK(exported_m == Approx(ground.length_m).margin(0.01));
    for (const Polyline& piece : ground.pieces) {
      for (const Position p : piece) {
        CHECK(std::count(territory.mesh.positions.begin(), territory.mesh.positions.end(), p) > 0);
      }
    }
    return ground.length_m;
  };
  const double before = drawn_as_on_record("2020-01-01");
  LineEdit edit;
  const DivisionRegister divisions = border.project.divisions(on("2020-01-01"));
  edit.lines = {{{from_degrees(0, 1), from_degrees(0.5, 1.1), from_degrees(1, 1)}, divisions.find_code("a")->id, divisions.find_code("c")->id}};
  edit.from = parse_date("2022-01-01");
  const GroundPlan plan = plan_edit(border.project, edit);
  REQUIRE(plan.redraw.sound());
  record_edit(border.project, by("Ben"), plan);
  CHECK(drawn_as_on_record("2022-01-01") > before);
  CHECK(drawn_as_on_record("2021-12-31") == before);
}

TEST_CASE("scenario 12: found 3.2 m off with 0.1 m accuracy: displaced, legal position kept, repaired by two parties") {
  const Site place{GENERATE(Engine::spatialite, Engine::postgis)};
  Border border{place};
  record_monuments(border.project, by("Ada"), {border.stone("5253001Q", 0.5, 1)}, provincial);
  const Monument stone = border.desk().monument("5253001Q");
  CHECK(stone.position == from_degrees(0.5, 1));
  CHECK(stone.witnesses.size() == 3);
  CHECK(stone.witnesses[1].object == "bridge");
  CHECK_FALSE(stone.height_m);

  Observation seen;
  seen.monument = stone.id;
  seen.on = parse_date("2025-06-01");
  seen.position = destination(stone.position, 45, 3.2);
  seen.accuracy_m = 0.1;
  const auto outcome = record_observations(border.project, by("Ben"), {seen}, parse_date("2026-01-01"));
  CHECK(rules_of(outcome.findings) == std::vector<std::string>{"monument.displaced"});
  CHECK(border.desk().judge(stone).status == MonumentStatus::displaced);
  CHECK(border.desk("2025-05-31").judge(stone).status == MonumentStatus::not_observed);
  CHECK(border.desk().monument("5253001Q").position == stone.position);  // BL-03

  RepairOrder order{.id = {}, .monument = stone.id, .reason = "displaced", .ordered_on = parse_date("2025-07-01"),
                    .managing = border.north, .neighbour = border.south, .done_on = {}, .managing_by = "", .neighbour_by = "", .work = ""};
  order_repair(border.project, by("Ben"), order);
  CHECK(rule_of(refusal([&] { order_repair(border.project, by("Ben"), order); })) == "repair.open_already");
  order.done_on = parse_date("2025-08-01");
  order.managing_by = "Wang";
  order.work = "set back";
  CHECK(rule_of(refusal([&] { complete_repair(border.project, by("Ben"), order); })) == "repair.one_sided");  // BL-04
  order.neighbour_by = "Li";
  complete_repair(border.project, by("Ben"), order);
  CHECK(rule_of(refusal([&] { complete_repair(border.project, by("Ben"), order); })) == "repair.none_open");
  CHECK(border.desk().judge(stone).status == MonumentStatus::in_place);
  CHECK(border.desk("2025-07-15").judge(stone).status == MonumentStatus::displaced);
  CHECK(border.project.verify_audit().empty());
}

TEST_CASE("scenario 13: a new double monument on line 5253 after 165") {
  const Site place{GENERATE(Engine::spatialite, Engine::postgis)};
  Border border{place};
  record_monuments(border.project, by("Ada"), {border.stone("5253164Q", 0.2, 1), border.stone("5253165Q", 0.5, 1)}, provincial);
  const LineDesk desk = border.desk();
  std::vector<MonumentNumber> ever;
  for (const Monument& m : desk.monuments_ever) ever.push_back(*read_number({}, m.number, "5253"));
  const auto numbers = next_numbers({}, "5253", MonumentKind::twin, ever, 165);
  CHECK(write_number({}, numbers[0]) == "5253166A");
  CHECK(write_number({}, numbers[1]) == "5253166B");

  std::vector<MonumentFiling> pair{border.stone("5253166A", 0.7, 1.0001), border.stone("5253166B", 0.7, 0.9999)};
  for (MonumentFiling& filing : pair) filing.monument.kind = MonumentKind::twin;
  CHECK(rule_of(refusal([&] { record_monuments(border.project, by("Ada"), pair, provincial); })) == "monument.no_side");
  pair[0].monument.side = border.north;
  pair[1].monument.side = border.south;
  CHECK(record_monuments(border.project, by("Ada"), pair, provincial).findings.empty());
  CHECK(border.desk().monuments_on(border.line).size() == 4);
  CHECK(border.desk().monument("5253166B").side == border.south);

  const Revision before = border.project.summary().revision;
  CHECK(rule_of(refusal([&] { record_monuments(border.project, by("Ada"), pair, provincial); })) == "monument.number_used");
  CHECK(rule_of(refusal([&] { record_monuments(border.project, by("Ada"), {border.stone("165", 1.5, 1)}, provincial); })) == "monument.bad_number");
  CHECK(border.project.summary().revision == before);

  ActInfo agreed = by("Ada");
  agreed.document = {};
  const MonumentId gone = border.desk().monument("5253164Q").id;
  CHECK(rule_of(refusal([&] { retire_monument(border.project, agreed, gone, parse_date("2025-01-01")); })) == "monument.no_change_agreement");  // BL-05
  retire_monument(border.project, by("Ada"), gone, parse_date("2025-01-01"));
  CHECK(border.desk("2024-12-31").monuments_on(border.line).size() == 4);
  CHECK(border.desk().monuments_on(border.line).size() == 3);
  MonumentFiling again = border.stone("5253164Q", 0.2, 1);
  again.monument.valid.from = parse_date("2026-01-01");
  CHECK(rule_of(refusal([&] { record_monuments(border.project, by("Ada"), {again}, provincial); })) == "monument.number_retired");
  CHECK(border.project.verify_audit().empty());
}

TEST_CASE("a tri-junction is one monument of three lines") {
  const Site place{GENERATE(Engine::spatialite, Engine::postgis)};
  Border border{place};
  const LineDesk desk = border.desk();
  MonumentFiling junction = border.stone("5253009Q", 1, 1);
  junction.monument.lines = {border.line, desk.line("a/b").id, desk.line("c/d").id};
  CHECK(rule_of(refusal([&] { record_monuments(border.project, by("Ada"), {junction}, provincial); })) == "monument.no_junction_agreement");
  junction.agreement = paper("Agreement on the tri-junction", "3/2001", "2001-03-01");
  record_monuments(border.project, by("Ada"), {junction}, provincial);
  for (const char* line : {"N/S", "a/b", "c/d"}) {
    const LineDesk now = border.desk();
    const auto there = now.monuments_on(now.line(line).id);
    REQUIRE(there.size() == 1);
    CHECK(now.document(there[0].agreement)->title == "Agreement on the tri-junction");
  }
}

TEST_CASE("scenario 29: a marker table with E = 39 447 925 is in the 3-degree zone 39; exchanged columns are found") {
  const Site place{GENERATE(Engine::spatialite, Engine::postgis)};
  Project project = place.create();
  std::vector<DeliveredDivision> counties(2);
  RingSet rings;
  for (std::size_t i = 0; i < 2; ++i) {
    counties[i].record = i + 1;
    counties[i].code = i == 0 ? "110101" : "110102";
    counties[i].name = i == 0 ? "West" : "East";
    counties[i].level = 3;
    counties[i].has_shape = true;
    const double west = i == 0 ? 115.5 : 116.391;
    rings.add(Ring{from_degrees(west, 39.5), from_degrees(west + 0.891, 39.5), from_degrees(west + 0.891, 40.5), from_degrees(west, 40.5)},
              static_cast<UnitIndex>(i));
  }
  adopt_divisions(project, by("Ada"), {counties, build_mesh(rings).mesh, "gb2260", {parse_date("2010-01-01"), open_end}});
  const LineDesk desk = line_desk(project, on("2020-01-01"));
  ReadOptions options;
  options.extent = project.extent(on("2020-01-01"));
  const auto folder = std::filesystem::temp_directory_path() / ("merestone-scenario-" + std::to_string(getpid()));
  std::filesystem::create_directories(folder);
  const auto table = [&](const char* northing, const char* easting) {
    std::ofstream{folder / "markers.csv"} << "界桩号,界线,类型,纵坐标,横坐标,精度,方位物1,方位物1方位角,方位物1距离\n"
                                          << "001,110101/110102,单立," << northing << "," << easting << ",0.1,塔,123°45′00″,80\n";
    return read_monument_table((folder / "markers.csv").string(), options, desk);
  };
  const auto delivery = table("4419491.482", "39447925.240");
  CHECK(delivery.detected.crs == "EPSG:4527");
  REQUIRE(delivery.filings.size() == 1);
  const Monument& stone = delivery.filings[0].monument;
  CHECK(distance_m(stone.position, from_degrees(116.391, 39.908)) < 0.01);
  CHECK(stone.witnesses[0].azimuth_deg == Approx(123.75));
  CHECK(stone.kind == MonumentKind::single);
  const auto has = [](const MonumentDelivery& d, const char* rule) {
    const auto all = rules_of(d.findings);
    return std::find(all.begin(), all.end(), rule) != all.end();
  };
  CHECK(has(delivery, "import.zone"));
  CHECK_FALSE(has(delivery, "import.swapped_axes"));
  CHECK(has(table("39447925.240", "4419491.482"), "import.swapped_axes"));    // CR-02, by the zone
  CHECK(has(table("4419491.482", "447925.240"), "import.no_zone"));           // CR-01: ask
  options.crs = "EPSG:4548";
  CHECK(has(table("447925.240", "4419491.482"), "import.swapped_axes"));      // by where the counties lie
  CHECK(distance_m(table("4419491.482", "447925.240").filings[0].monument.position, from_degrees(116.391, 39.908)) < 0.01);
  options.trust_axes = true;                                                   // the office says that they are right as they are
  CHECK_FALSE(has(table("447925.240", "4419491.482"), "import.swapped_axes"));
  CHECK_FALSE(has(table("39447925.240", "4419491.482"), "import.swapped_axes"));  // also where a zone stands in the northing
  options.trust_axes = false;
  options.crs = "EPSG:2365";                                                   // Xian 1980
  CHECK(rule_of(refusal([&] { table("4419491.482", "39447925.240"); })) == "crs.ballpark");  // CR-03
  std::filesystem::remove_all(folder);
}

TEST_CASE("scenario 14: a leg of azimuth 123°45′ goes south-east") {
  CHECK(rose_sector(123.75) == 6);
  CHECK(rose_sector(123.7499) == 5);
}
