// SPDX-License-Identifier: Apache-2.0
// Names in bulk: by the officer's word, and off the record again as one.
#include "data/office/name_acts.hpp"
#include "data/office/name_import.hpp"
#include "tests/contract/engines.hpp"

#include <algorithm>

using namespace merestone;
using namespace merestone::test;

namespace {

DeliveredPlace row(std::size_t record, const char* text, double lon, const char* id = "") {
  DeliveredPlace made{record, {}};
  PlaceName name;
  name.text = text;
  name.language = "zh";
  name.source = "list";
  made.place.names = {name};
  made.place.position = from_degrees(lon, 30);
  made.place.local_id = id;
  return made;
}

std::vector<std::string> told(std::span<const FieldDifference> differences) {
  std::vector<std::string> texts;
  for (const FieldDifference& d : differences) texts.push_back(to_text(d));
  return texts;
}

}  // namespace

TEST_CASE("a batch goes on record by the officer's word, and comes off it whole") {
  const Site place{GENERATE(Engine::spatialite, Engine::postgis)};
  Project project = place.create();
  const NameReview first = review_names(project, {row(1, "东村", 120, "a"), row(2, "西村", 121, "b"), row(3, "西村", 121, "b"), row(4, "bad\x01", 122)});
  CHECK(first.count(MatchVerdict::fresh) == 2);
  CHECK(first.count(MatchVerdict::conflict) == 1);  // the same id twice in one file
  CHECK(first.refused() == 1);
  CHECK(project.summary().revision == 1);  // a review writes nothing
  const Committed done = commit_names(project, by("Ada"), first);
  CHECK(done.added == 2);
  CHECK(done.left == 2);
  CHECK(place_records(project).size() == 2);

  // The same file again says nothing new; further names and a position extend what is there.
  CHECK(review_names(project, {row(1, "东村", 120, "a"), row(2, "西村", 121, "b")}).count(MatchVerdict::same) == 2);
  DeliveredPlace more = row(1, "东村", 120, "a");
  more.place.names.push_back(more.place.names[0]);
  more.place.names[1].text = "老东村";
  more.place.names[1].kind = NameKind::variant;
  more.place.codes = {{0, "wikidata", "Q7", {}}};
  const NameReview second = review_names(project, {more, row(2, "西存", 121.001)});
  CHECK(second.count(MatchVerdict::changed) == 1);
  const Committed extended = commit_names(project, by("Ada"), second, {{2, "new"}});
  CHECK(extended.changed == 1);
  CHECK(extended.added == 1);
  CHECK(find_place(project, "wikidata:Q7").names.size() == 2);

  CHECK(rule_of(refusal([&] { commit_names(project, by("Ada"), second); })) == "name.review_stale");
  CHECK(rule_of(refusal([&] { undo_names(project, by("Ada"), done.revision); })) == "name.built_upon");
  undo_names(project, by("Ada"), extended.revision);
  CHECK(place_records(project).size() == 2);
  CHECK(find_place(project, "东村").names.size() == 1);
  undo_names(project, by("Ada"), done.revision);
  CHECK(place_records(project).empty());
  CHECK(place_records(project, {}, extended.revision).size() == 3);  // nothing is lost
  CHECK(rule_of(refusal([&] { undo_names(project, by("Ada"), 1); })) == "name.no_batch");
  CHECK(project.verify_audit().empty());
}

TEST_CASE("rows of bad text are refused or flagged by name, and the rest is staged") {
  const Site place{GENERATE(Engine::spatialite, Engine::postgis)};
  Project project = place.create();
  auto odd = row(8, "北村", 128);
  odd.place.classes = {{0, "cn-18521", "99999"}};
  const NameReview review = review_names(project, {row(1, "东村", 121), row(2, "\U0001F600村", 122), row(3, "=HYPERLINK(1)", 123), row(4, "１２号村", 124),
                                                   row(5, "村\u202E", 125), row(6, "\uE000村", 126), row(7, std::string(10'000, 'a').c_str(), 127), odd});
  const auto told = [&](std::size_t record, const char* rule, bool refused) {
    const ReviewRow& each = review.rows.at(record - 1);
    const auto said = std::find_if(each.findings.begin(), each.findings.end(), [&](const Finding& f) { return f.rule == rule; });
    return said != each.findings.end() && said->subject.record == std::to_string(record) && each.refused() == refused;
  };
  CHECK(review.rows.at(0).findings.empty());
  CHECK(told(2, "script.emoji", true));
  CHECK(told(3, "name.formula", false));
  CHECK(told(4, "script.full_width", false));
  CHECK(told(5, "name.controls", true));
  CHECK(told(6, "name.unassigned", true));
  CHECK(told(7, "name.too_long", true));
  CHECK(told(8, "name.unknown_class", false));
  CHECK(review.count(MatchVerdict::fresh) == 4);
  CHECK(place_records(project).empty());
}

TEST_CASE("readings and spellings come to names on record, and go with their batch") {
  const Site place{GENERATE(Engine::spatialite, Engine::postgis)};
  Project project = place.create();
  // As a list of places comes in: text and language alone.
  const Period valid{parse_date("2001-01-01"), open_end};
  adopt_places(project, by("Ada"), {{{}, "v1", "populatedPlace", {{"董家湾", "zh", "official"}}, from_degrees(112, 31), valid}});
  auto told = row(1, "董家湾", 112, "v1");
  told.place.position = from_degrees(112, 31);
  told.place.classes = {{0, "cn-18521", "22200"}};
  told.place.names[0].reading = "Dǒngjiāwān";
  told.place.names[0].spellings = {{0, "Dongjiawan", "Latn", "", "zh", Certainty::unsure, "list"}};
  const NameReview first = review_names(project, {told});
  CHECK(first.count(MatchVerdict::changed) == 1);
  const Committed read = commit_names(project, by("Ada"), first);
  CHECK(read.changed == 1);
  const PlaceRecord after = find_place(project, "董家湾");
  REQUIRE(after.names.size() == 1);
  CHECK(after.names[0].reading == "Dǒngjiāwān");
  CHECK(after.names[0].reading_certainty == Certainty::unsure);
  CHECK(after.names[0].days() == valid);
  REQUIRE(after.names[0].spellings.size() == 1);
  CHECK(after.names[0].spellings[0].text == "Dongjiawan");
  CHECK(after.class_in("cn-18521") != nullptr);
  CHECK(review_names(project, {told}).count(MatchVerdict::same) == 1);

  auto more = told;
  more.place.names[0].meaning = "董家的湾";
  more.place.names.push_back(more.place.names[0]);  // a file may say it twice
  more.place.names[1].kind = NameKind::variant;
  more.place.names[1].origin = "董姓居此";
  const Committed meant = commit_names(project, by("Ada"), review_names(project, {more}));
  const PlaceRecord fuller = find_place(project, "董家湾");
  CHECK(fuller.names.size() == 1);
  CHECK(fuller.names[0].id == after.names[0].id);
  CHECK(fuller.names[0].meaning == "董家的湾");
  CHECK(fuller.names[0].origin == "董姓居此");
  CHECK(fuller.names[0].reading == "Dǒngjiāwān");
  undo_names(project, by("Ada"), meant.revision);
  const PlaceRecord again = find_place(project, "董家湾");
  REQUIRE(again.names.size() == 1);
  CHECK(again.names[0].meaning.empty());
  CHECK(again.names[0].reading == "Dǒngjiāwān");
  CHECK(again.names[0].spellings.size() == 1);
  CHECK(find_place(project, "董家湾", meant.revision).names[0].meaning == "董家的湾");
  CHECK(project.verify_audit().empty());
}

TEST_CASE("a batch to which later ones added comes off the record once these have") {
  const Site place{GENERATE(Engine::spatialite, Engine::postgis)};
  Project project = place.create();
  const auto commit = [&](const DeliveredPlace& delivered) { return commit_names(project, by("Ada"), review_names(project, {delivered})).revision; };
  auto told = row(1, "董家湾", 112, "v1");
  const Position at = *told.place.position;
  told.place.position.reset();
  const Revision first = commit(told);
  told.place.position = at;  // each adds to the same name, the second to the place too
  told.place.names[0].reading = "Dǒngjiāwān";
  const Revision second = commit(told);
  told.place.names[0].meaning = "董家的湾";
  const Revision third = commit(told);
  const auto refused = [&](Revision batch) { return rule_of(refusal([&] { undo_names(project, by("Ada"), batch); })) == "name.built_upon"; };
  CHECK(refused(first));
  CHECK(refused(second));
  undo_names(project, by("Ada"), third);
  CHECK(refused(first));  // the second still holds
  told.place.names[0].meaning = "另说";
  const Revision fourth = commit(told);
  CHECK(refused(second));  // so does what took the place of what was restored
  undo_names(project, by("Ada"), fourth);
  undo_names(project, by("Ada"), second);
  const PlaceRecord again = find_place(project, "董家湾");
  CHECK(again.names.size() == 1);
  CHECK(again.names[0].reading.empty());
  CHECK(again.names[0].source == "list");
  CHECK_FALSE(again.position);
  undo_names(project, by("Ada"), first);
  CHECK(place_records(project).empty());
  CHECK(find_place(project, "董家湾", fourth).names[0].meaning == "另说");
  CHECK(project.verify_audit().empty());
}

TEST_CASE("a conflict that is taken brings all that the row says, as further versions that go with the batch") {
  const Site site{GENERATE(Engine::spatialite, Engine::postgis)};
  Project project = site.create();
  DeliveredPlace first = row(1, "东山", 120, "a");
  first.place.names[0].reading = "Dōngshān";
  first.place.classes = {{0, "geonames", "T.MT"}};
  first.place.head.location = "县城以东";
  const Committed batch = commit_names(project, by("Ada"), review_names(project, {first}));
  DeliveredPlace other = row(1, "东山", 120.01, "a");
  other.place.names[0].reading = "Dōngshán";
  other.place.names[0].meaning = "城东之山";
  other.place.classes = {{0, "geonames", "T.PK"}};
  other.place.head.location = "县城东北";
  const NameReview review = review_names(project, {other});
  REQUIRE(review.rows[0].match.verdict == MatchVerdict::conflict);
  CHECK(told(review.rows[0].match.differences) == std::vector<std::string>{"reading: Dōngshán ≠ Dōngshān", "meaning: 东山", "position: 965 m", "class: T.PK ≠ T.MT",
                                                                     "location: 县城东北 ≠ 县城以东"});
  CHECK(commit_names(project, by("Ada"), review).left == 1);  // not without a word
  const Committed taken = commit_names(project, by("Ada"), review_names(project, {other}), {{1, "take"}});
  CHECK(taken.changed == 1);
  const PlaceRecord now = find_place(project, "东山");
  CHECK(now.position == from_degrees(120.01, 30));
  CHECK(now.names.at(0).reading == "Dōngshán");
  CHECK(now.names[0].meaning == "城东之山");
  REQUIRE(now.classes.size() == 1);
  CHECK(now.classes[0].code == "T.PK");
  CHECK(now.head.location == "县城东北");
  CHECK(review_names(project, {other}).count(MatchVerdict::same) == 1);
  const PlaceRecord then = place_records(project, PlaceRange::one(now.id), taken.revision - 1).front();  // nothing is overwritten
  CHECK(then.classes.at(0).code == "T.MT");
  CHECK(then.position == from_degrees(120, 30));

  undo_names(project, by("Ada"), taken.revision);
  const PlaceRecord again = find_place(project, "东山");
  CHECK(again.position == from_degrees(120, 30));
  CHECK(again.names.at(0).reading == "Dōngshān");
  CHECK(again.names[0].meaning.empty());
  REQUIRE(again.classes.size() == 1);
  CHECK(again.classes[0].code == "T.MT");
  CHECK(again.head.location == "县城以东");
  undo_names(project, by("Ada"), batch.revision);  // what the undoing gave back is the batch's own
  CHECK(place_records(project).empty());
  CHECK(project.verify_audit().empty());
}

TEST_CASE("a batch that a renaming builds on stays") {
  const Site place{GENERATE(Engine::spatialite, Engine::postgis)};
  Project project = place.create();
  const Committed done = commit_names(project, by("Ada"), review_names(project, {row(1, "东村", 120)}));
  PlaceName name;
  name.text = "新东村";
  name.source = "list";
  rename_place(project, by("Ada"), {find_place(project, "东村").id, {}, name, parse_date("2024-01-01")});
  CHECK(rule_of(refusal([&] { undo_names(project, by("Ada"), done.revision); })) == "name.built_upon");
  CHECK(project.verify_audit().empty());
}

TEST_CASE("a review asks only for what a batch touches, and finds the same") {
  const Site site{GENERATE(Engine::spatialite, Engine::postgis)};
  Project project = site.create();
  std::vector<DeliveredPlace> known;
  for (std::size_t i = 0; i < 40; ++i) {
    static constexpr const char* names[] = {"东村", "西村", "石家庄", "王家河", "Saint-Léger"};
    known.push_back(row(i + 1, names[i % 5], 100 + 0.003 * static_cast<double>(i), ("k" + std::to_string(i)).c_str()));
    if (i % 7 == 0) known.back().place.position.reset();
    if (i % 11 == 0) known.back().place.codes = {{0, "wikidata", "Q" + std::to_string(i), {}}};
  }
  commit_names(project, by("Ada"), review_names(project, known));

  std::vector<DeliveredPlace> batch{row(1, "東村", 100.001), row(2, "石家荘", 100.006), row(3, "石家状", 100.0061), row(4, "SAINT LEGER", 100.012, "k4"),
                                    row(5, "别处", 140), row(6, "王家河", 150), row(7, "西村", 100.003, "k1")};
  batch.push_back(row(8, "异名", 130));
  batch.back().place.codes = {{0, "wikidata", "Q11", {}}};
  batch.push_back(row(9, "东村", 0));
  batch.back().place.position.reset();
  const auto names = NameSearch::open(project, "", parse_date("2020-01-01"));
  const NameReview all = review_names(project, batch), some = review_names(project, batch, {}, &names);
  REQUIRE(all.rows.size() == some.rows.size());
  for (std::size_t i = 0; i < all.rows.size(); ++i) {
    CAPTURE(i);
    CHECK(all.rows[i].match.verdict == some.rows[i].match.verdict);
    CHECK(all.rows[i].match.place == some.rows[i].match.place);
    CHECK(all.rows[i].match.others == some.rows[i].match.others);
    CHECK(all.rows[i].match.how == some.rows[i].match.how);
    CHECK(all.rows[i].match.differences == some.rows[i].match.differences);
  }
  CHECK(all.count(MatchVerdict::conflict) > 0);
  CHECK(all.count(MatchVerdict::fresh) > 0);
}

TEST_CASE("names go on record as names are written; secrecy and division are those that are known") {
  const Site place{GENERATE(Engine::spatialite, Engine::postgis)};
  Project project = place.create({"cn"});
  adopt(project, Counties{});
  std::vector<DeliveredPlace> rows{row(1, "１２３高地", 120), row(2, "e\u0301cole", 121), row(3, "密村", 122), row(4, "胡村", 123), row(5, "远村", 124), row(6, "近村", 125)};
  rows[2].place.head.secrecy = "机密";
  rows[3].place.head.secrecy = "somewhat";
  rows[4].division = "nowhere";
  rows[5].division = "a";
  const NameReview review = review_names(project, rows);
  CHECK(review.refused() == 2);
  CHECK(review.rows[3].findings.back().rule == "name.unknown_secrecy");
  CHECK(review.rows[4].findings.back().rule == "name.unknown_division");
  const Committed done = commit_names(project, by("Ada"), review);
  CHECK(find_place(project, "123高地").position.has_value());
  CHECK(find_place(project, "école").names.size() == 1);
  CHECK(find_place(project, "密村").head.secrecy == "top_secret");
  REQUIRE(find_place(project, "近村").divisions.size() == 1);
  CHECK(review_names(project, {row(1, "１２３高地", 120)}).count(MatchVerdict::same) == 1);
  const Revision undone = undo_names(project, by("Ada"), done.revision);
  CHECK(undone > done.revision);
  CHECK(rule_of(refusal([&] { undo_names(project, by("Ada"), done.revision); })) == "name.undone_already");
  CHECK(project.verify_audit().empty());
}
