// SPDX-License-Identifier: Apache-2.0
#include "gis/base/error.hpp"
#include "gis/boundaries/numbering.hpp"

#include <catch2/catch.hpp>

using namespace merestone;

namespace {

const NumberTemplate provincial;
const NumberTemplate border{"{serial}[/{aux}][({type})]", "", "12", "123"};

std::vector<std::string> written(const NumberTemplate& form, const std::vector<MonumentNumber>& numbers) {
  std::vector<std::string> texts;
  for (const MonumentNumber& number : numbers) texts.push_back(write_number(form, number));
  return texts;
}

}  // namespace

TEST_CASE("BL-20: provincial numbers have eight characters") {
  const auto number = read_number(provincial, "5253165Q", "5253");
  REQUIRE(number);
  CHECK(*number == MonumentNumber{"5253", 165, 0, "Q"});
  CHECK(write_number(provincial, *number) == "5253165Q");
  CHECK(kind_of_type(provincial, "A") == MonumentKind::twin);
  CHECK(kind_of_type(provincial, "E") == MonumentKind::triple);
  for (const char* wrong : {"5253165", "525316Q", "5253165X", "5253000Q", "4253165Q", "5253165QQ", "5253 165Q", ""}) {
    INFO(wrong);
    CHECK_FALSE(read_number(provincial, wrong, "5253"));
  }
  CHECK(read_number(provincial, "52531165Q", "5253")->serial == 1165);  // a line may have more than 999
}

TEST_CASE("numbers in the style of national borders") {
  for (const char* text : {"63", "511/3", "98(2)", "944/1(2)", "1044(3)"}) {
    INFO(text);
    const auto number = read_number(border, text);
    REQUIRE(number);
    CHECK(write_number(border, *number) == text);
  }
  CHECK(read_number(border, "944/1(2)")->aux == 1);
  for (const char* wrong : {"063", "511/", "98()", "98(4)", "98(2)(1)"}) CHECK_FALSE(read_number(border, wrong));
}

TEST_CASE("scenario 13: a double monument on line 5253 after 165") {
  const std::vector<MonumentNumber> ever{{"5253", 164, 0, "Q"}, {"5253", 165, 0, "Q"}};
  CHECK(written(provincial, next_numbers(provincial, "5253", MonumentKind::twin, ever, 165)) ==
        std::vector<std::string>{"5253166A", "5253166B"});  // A on the side with the smaller code, Guizhou
  CHECK(written(provincial, next_numbers(provincial, "5253", MonumentKind::triple, ever)) ==
        std::vector<std::string>{"5253166C", "5253166D", "5253166E"});
  CHECK(written(provincial, next_numbers(provincial, "5253", MonumentKind::single, {})) == std::vector<std::string>{"5253001Q"});
}

TEST_CASE("an inserted monument takes an auxiliary number where the form has one, else the next free one") {
  const std::vector<MonumentNumber> ever{{"", 510, 0, ""}, {"", 511, 0, ""}, {"", 511, 2, ""}, {"", 512, 0, ""}};
  CHECK(written(border, next_numbers(border, "", MonumentKind::single, ever, 511)) == std::vector<std::string>{"511/3"});
  CHECK(written(border, next_numbers(border, "", MonumentKind::twin, ever, 510)) == std::vector<std::string>{"510/1(1)", "510/1(2)"});
  CHECK(written(border, next_numbers(border, "", MonumentKind::single, ever, 512)) == std::vector<std::string>{"513"});
  const std::vector<MonumentNumber> provincial_ever{{"5253", 1, 0, "Q"}, {"5253", 9, 0, "Q"}};
  CHECK(written(provincial, next_numbers(provincial, "5253", MonumentKind::single, provincial_ever, 1)) ==
        std::vector<std::string>{"5253010Q"});
}

TEST_CASE("BL-20: serials run along the line") {
  const std::vector<NumberedPlace> places{{"5253001Q", 0}, {"5253003Q", 900}, {"5253002A", 2000}, {"5253002B", 2001}, {"17", 5}};
  const auto findings = check_numbers(provincial, "5253", places);
  REQUIRE(findings.size() == 2);
  CHECK(findings[0].rule == "monument.bad_number");
  CHECK(findings[0].subject.record == "17");
  CHECK(findings[1].rule == "monument.number_order");
  CHECK(findings[1].severity == Severity::warning);
  CHECK(findings[1].subject.record == "5253002A");
  // On a ring around an exclave no order binds them.
  const std::vector<NumberedPlace> ring{{"5253001Q", 0}, {"5253009Q", {}}, {"5253002Q", 900}, {"17", {}}};
  CHECK(check_numbers(provincial, "5253", ring).size() == 1);
}

TEST_CASE("BL-20: a line whose ground turned keeps its numbers, and one out of order is told all the same") {
  const std::vector<NumberedPlace> turned{{"5253004Q", 0}, {"5253003Q", 900}, {"5253002Q", 2000}, {"5253001Q", 3000}};
  CHECK(check_numbers(provincial, "5253", turned).empty());
  const std::vector<NumberedPlace> mixed{{"5253004Q", 0}, {"5253002Q", 900}, {"5253003Q", 2000}, {"5253001Q", 3000}};
  const auto findings = check_numbers(provincial, "5253", mixed);
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].rule == "monument.number_order");
}

TEST_CASE("BL-20: a stone put in later takes the next free number, wherever it stands") {
  const Date first = parse_date("2002-05-01");
  const Date later = parse_date("2026-05-01");
  const std::vector<NumberedPlace> places{{"5253001Q", 0, first}, {"5253004Q", 500, later}, {"5253002Q", 900, first},
                                          {"5253005Q", 700, later}, {"5253003Q", 2000, first}};
  CHECK(check_numbers(provincial, "5253", places).empty());
  // Not one that took a number of the first survey, and none of the first survey itself.
  const std::vector<NumberedPlace> low{{"5253001Q", 0, first}, {"5253002Q", 2500, later}, {"5253003Q", 2000, first}};
  REQUIRE(check_numbers(provincial, "5253", low).size() == 1);
  CHECK(check_numbers(provincial, "5253", low).front().subject.record == "5253002Q");
  const std::vector<NumberedPlace> mixed{{"5253001Q", 0, first}, {"5253003Q", 900, first}, {"5253002Q", 2000, first}};
  CHECK(check_numbers(provincial, "5253", mixed).size() == 1);
}

TEST_CASE("a form that cannot be told is refused") {
  for (const char* pattern : {"{line}{type}", "{serial", "{number}", "{serial:x}", "[{serial}]", "[{aux}{serial}"}) {
    INFO(pattern);
    CHECK_THROWS_AS((NumberTemplate{pattern, "Q", "AB", "CDE"}.require_good()), Error);
  }
  CHECK_THROWS_AS((NumberTemplate{"{serial}", "Q", "A", "CDE"}.require_good()), Error);
  CHECK_NOTHROW(provincial.require_good());
  CHECK_NOTHROW(border.require_good());
}
