// SPDX-License-Identifier: Apache-2.0
// Figures by division and year as facts: checked against the divisions of their year, superseded, never rewritten.
#include "data/office/changes.hpp"
#include "data/office/indicator_acts.hpp"
#include "tests/contract/valley.hpp"

using namespace merestone;
using namespace merestone::test;

namespace {

std::optional<double> value_of(const Project& project, const char* indicator, int year, const char* code, Level level, Revision revision = latest_revision,
                               std::optional<Date> onto = {}) {
  const IndicatorRecord record = indicator_record(project, revision);
  const FigureTable table = figures_of(record, {indicator, year, level, onto});
  const DivisionRegister divisions{record.facts, *table.question.onto};
  for (const Figure& f : table.figures) {
    if (divisions.find(f.division)->code == code) return f.value;
  }
  return {};
}

}  // namespace

TEST_CASE("figures are facts: rolled up, corrected by superseding, and what was known stays known") {
  const Site place{GENERATE(Engine::spatialite, Engine::postgis)};
  Project project = place.create();
  adopt(project, Counties{});
  const std::vector<DeliveredValue> values{{"a", 2019, "deaths", 100, "yearbook", 1}, {"b", 2019, "deaths", 50, "yearbook", 2}, {"a", 2019, "cremated", 60, "", 3},
                                           {"b", 2019, "cremated", 52, "", 4}, {"a", 2020, "deaths", 90, "", 5}};
  const ValuesOutcome first = record_values(project, act("Yearbook"), values);
  CHECK(first.recorded == 5);
  REQUIRE(first.findings.size() == 1);
  CHECK(first.findings[0].rule == "indicator.over_whole");
  CHECK(value_of(project, "deaths", 2019, "N", 1) == 150);
  CHECK(*value_of(project, "cremation_rate", 2019, "N", 1) == Approx(100.0 * 112 / 150));
  CHECK(*value_of(project, "cremation_rate", 2019, "b", 2) == Approx(104));
  CHECK_FALSE(value_of(project, "deaths", 2020, "N", 1));  // one of two communes reported

  const ValuesOutcome same = record_values(project, act("Yearbook again"), values);
  CHECK(same.revision == 0);
  CHECK(same.same == 5);
  CHECK(project.summary().revision == first.revision);

  const ValuesOutcome better = record_values(project, act("Corrected"), {{"a", 2019, "deaths", 110, "yearbook", 1}});
  CHECK(better.replaced == 1);
  CHECK(value_of(project, "deaths", 2019, "N", 1) == 160);
  CHECK(value_of(project, "deaths", 2019, "N", 1, first.revision) == 150);
  CHECK(project.verify_audit().empty());
}

TEST_CASE("a delivery with one bad figure is refused whole, by record and field") {
  const Site place{GENERATE(Engine::spatialite, Engine::postgis)};
  Project project = place.create();
  adopt(project, Counties{});
  const auto before = project.summary().revision;
  const Error refused = refusal([&] {
    record_values(project, act("Yearbook"), {{"a", 2019, "deaths", 100, "", 1}, {"b", 2019, "deaths", -3, "", 2}, {"a", 2009, "deaths", 1, "", 3},
                                             {"z", 2019, "deaths", 1, "", 4}, {"a", 2019, "deaths", 7, "", 5}});
  });
  CHECK(refused.fault() == Fault::invalid);
  CHECK(rules_of(refused.findings()) == Rules{"indicator.negative", "indicator.not_in_year", "indicator.unknown_division", "indicator.value_twice"});
  CHECK(refused.findings()[3].subject.file == "Yearbook");
  CHECK(project.summary().revision == before);
  CHECK(indicator_record(project).values.empty());
}

TEST_CASE("figures of a year on the divisions of a later day, by the shares that a change left on record") {
  const Site place{GENERATE(Engine::spatialite, Engine::postgis)};
  Project project = place.create();
  adopt(project, Counties{});
  record_values(project, act("Yearbook"), {{"a", 2019, "deaths", 100, "", 1}, {"b", 2019, "deaths", 40, "", 2}});
  ChangePlan plan{.title = "a goes into b", .dates = {.effective = parse_date("2021-01-01")}};
  plan.acts = {{.kind = ChangeKind::abolish, .code = "a", .territory = {{"b"}}}};
  change_divisions(project, act("a goes into b", "2020-12-01"), plan, "test");
  CHECK(value_of(project, "deaths", 2019, "a", 2) == 100);
  CHECK(value_of(project, "deaths", 2019, "b", 2, latest_revision, parse_date("2021-01-01")) == 140);
  CHECK_FALSE(value_of(project, "deaths", 2019, "a", 2, latest_revision, parse_date("2021-01-01")));
}

TEST_CASE("an office counts what it likes: its own indicators stand beside those of its packs") {
  const Site place{GENERATE(Engine::spatialite, Engine::postgis)};
  Project project = place.create();
  adopt(project, Counties{});
  IndicatorRule cards{.id = "library_cards", .words = {"library cards", "借书证"}, .unit = {"cards", "张"}, .whole = true};
  define_indicator(project, act("Council"), cards);
  IndicatorRule rate{.id = "readers", .words = {"readers", "读者"}, .unit = {"‰", "‰"}, .sum = SumRule::rate, .numerator = "library_cards",
                     .denominator = "population", .scale = 1000};
  const Revision revision = define_indicator(project, act("Council"), rate);
  record_values(project, act("Library"), {{"a", 2019, "library_cards", 30, "", 1}, {"a", 2019, "population", 1000, "", 2}});
  CHECK(*value_of(project, "readers", 2019, "a", 2) == Approx(30));
  rate.scale = 100;
  define_indicator(project, act("Per cent from now on"), rate);
  CHECK(*value_of(project, "readers", 2019, "a", 2) == Approx(3));
  CHECK(find_indicator(indicator_rules(project, revision), "readers")->scale == 1000);
  rate.numerator = "nothing";
  CHECK(rule_of(refusal([&] { define_indicator(project, act(), rate); })) == "indicator.unknown_other");
  rate.numerator.clear();
  CHECK(rule_of(refusal([&] { define_indicator(project, act(), rate); })) == "indicator.bad_definition");
  cards.words.zh.clear();
  CHECK(rule_of(refusal([&] { define_indicator(project, act(), cards); })) == "indicator.no_words");
  CHECK(project.verify_audit().empty());
}
