// SPDX-License-Identifier: Apache-2.0
#include "gis/names/edtf.hpp"

#include <catch2/catch.hpp>

using namespace merestone;

namespace {

Period days(const char* text) { return days_of(parse_edtf(text).value()); }
Period period(const char* from, const char* until) { return {parse_date(from), parse_date(until)}; }

}  // namespace

TEST_CASE("every form of date reads back as it was written") {
  for (const char* text : {"2011-08-22", "2011-08", "2011", "1370~", "1370?", "1370%", "137X", "13XX", "-0220", "0800",
                           "1958/2011-08-22", "1958/..", "../1958", "1958/", "/1958", "1370~/1644?", "2004-06/2006", "../.."}) {
    INFO(text);
    const auto read = parse_edtf(text);
    REQUIRE(read);
    CHECK(to_string(*read) == text);
  }
}

TEST_CASE("what is no date is told from one") {
  for (const char* text : {"", "1958-13", "1958-02-30", "1958-2-3", "58", "19581", "1958-01-01T10:00", "circa 1370", "X370", "13X0",
                           "2011/1958", "2011-08-22/2011-08-21", "/", "1958//1960", "-0000", "1958-01-01-01", "２０１１"}) {
    INFO(text);
    CHECK_FALSE(parse_edtf(text));
  }
}

TEST_CASE("a date holds on all days that it may mean") {
  CHECK(days("2011-08-22") == period("2011-08-22", "2011-08-23"));
  CHECK(days("2012-02") == period("2012-02-01", "2012-03-01"));
  CHECK(days("2011") == period("2011-01-01", "2012-01-01"));
  CHECK(days("137X") == period("1370-01-01", "1380-01-01"));
  CHECK(days("13XX") == period("1300-01-01", "1400-01-01"));
  CHECK(days("1958/2011-08-22") == period("1958-01-01", "2011-08-23"));
  CHECK(days("1958/..") == Period{parse_date("1958-01-01"), open_end});
  CHECK(days("../1958") == Period{unknown_start, parse_date("1959-01-01")});
  CHECK(days("-0220/0220").from == unknown_start);
}

TEST_CASE("what is not sure is vague, and an end that the law sets is not") {
  CHECK(is_vague(*parse_edtf("1370~/..")));
  CHECK(is_vague(*parse_edtf("13XX")));
  CHECK_FALSE(is_vague(*parse_edtf("1958/..")));
  const Edtf renamed = ended(*parse_edtf("1958~/.."), parse_date("2020-03-01"));
  CHECK(to_string(renamed) == "1958~/2020-02-29");
  CHECK(days_of(renamed).until == parse_date("2020-03-01"));
  CHECK(to_string(Edtf::of({parse_date("2020-03-01"), open_end})) == "2020-03-01/..");
  CHECK(days_of(Edtf::of(period("2020-03-01", "2021-01-01"))) == period("2020-03-01", "2021-01-01"));
}
