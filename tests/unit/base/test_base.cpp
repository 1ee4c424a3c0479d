// SPDX-License-Identifier: Apache-2.0
#include "gis/base/canonical.hpp"
#include "gis/base/date.hpp"
#include "gis/base/error.hpp"
#include "gis/base/parallel.hpp"
#include "gis/base/list.hpp"
#include "gis/base/text.hpp"

#include <atomic>
#include <catch2/catch.hpp>
#include <vector>

using namespace merestone;

TEST_CASE("a date is read and written as ISO 8601, and nothing else is a date") {
  CHECK(to_string(parse_date("2018-01-01")) == "2018-01-01");
  CHECK(to_string(parse_date("2024-02-29")) == "2024-02-29");
  CHECK(to_string(unknown_start) == "0001-01-01");
  CHECK(to_string(open_end) == "9999-12-31");
  for (const char* text : {"", "2018", "2018-1-1", "2018-02-30", "2023-02-29", "2018-13-01", "2018-00-10", "18-01-2018",
                           "2018/01/01", "2018-01-01 ", "-018-01-01", "２０１８-01-01"}) {
    CAPTURE(text);
    CHECK_THROWS_AS(parse_date(text), Error);
  }
}

TEST_CASE("a refused date says what was given, as a finding") {
  try {
    parse_date("31.12.2018");
    FAIL("accepted");
  } catch (const Error& error) {
    CHECK(error.fault() == Fault::invalid);
    REQUIRE(error.findings().size() == 1);
    CHECK(error.findings()[0].rule == "base.bad_date");
    CHECK(error.findings()[0].facts[0].second == "31.12.2018");
  }
}

TEST_CASE("a period holds its first day and not its last") {
  const Period period{parse_date("2018-01-01"), parse_date("2019-01-01")};
  CHECK(period.contains(parse_date("2018-01-01")));
  CHECK(period.contains(parse_date("2018-12-31")));
  CHECK_FALSE(period.contains(parse_date("2019-01-01")));
  CHECK_FALSE(period.overlaps({parse_date("2019-01-01")}));
  CHECK(period.overlaps({parse_date("2018-12-31")}));
}

TEST_CASE("well-formed UTF-8 is told from other bytes") {
  CHECK(is_utf8("Angers"));
  CHECK(is_utf8("石家庄 Saumur É 𠮷"));
  CHECK_FALSE(is_utf8("\xB5\xD8\xC3\xFB"));          // 地名 in GB18030
  CHECK_FALSE(is_utf8("\xC0\xAF"));                  // overlong
  CHECK_FALSE(is_utf8("\xED\xA0\x80"));              // surrogate
  CHECK_FALSE(is_utf8("\xF4\x90\x80\x80"));          // above U+10FFFF
  CHECK_FALSE(is_utf8("\xE7\x9F"));                  // cut short
}

TEST_CASE("numbers are read whole and without regard to the locale") {
  CHECK(parse_number("47.4784") == 47.4784);
  CHECK(parse_number("-0.5e-3") == -0.0005);
  for (const char* text : {"", "nan", "inf", "1,5", "1.5 ", "0x10", "12abc"}) {
    CAPTURE(text);
    CHECK_FALSE(parse_number(text));
  }
}

TEST_CASE("numbers are written for people without an exponent, for digests as short as they read back the same") {
  CHECK(shortest(0.1) == "0.1");
  CHECK(shortest(500000) == "500000");
  CHECK(shortest(-0.00025) == "-0.00025");
  CHECK(shortest(0) == "0");
  CHECK(shortest(2e15) == "2e+15");
  CHECK(shortest(1e-9) == "1e-09");
  for (const double value : {0.1, 1e14 / 3, 123456.7, 1e-5 / 7, 1e300}) CHECK(parse_number(shortest(value)) == value);
  CHECK(canonical(500000) == "5e+05");
  CHECK(canonical(0.1) == "0.1");
  CHECK(fixed(1234.5, 2) == "1234.50");
}

TEST_CASE("a parallel loop does everything once and hands on a failure") {
  std::vector<std::atomic<int>> done(1000);
  parallel_for(done.size(), 7, [&](std::size_t first, std::size_t last) {
    for (std::size_t i = first; i < last; ++i) ++done[i];
  });
  for (const auto& times : done) REQUIRE(times == 1);
  CHECK_THROWS_AS(parallel_for(100, 1, [](std::size_t first, std::size_t) {
                    if (first == 50) throw Error{Fault::unavailable, "stopped"};
                  }),
                  Error);
  parallel_for(0, 8, [](std::size_t, std::size_t) { FAIL("nothing to do"); });
}

TEST_CASE("a list in one text is parted and joined") {
  CHECK(parted("earthquake;flood", ';') == std::vector<std::string>{"earthquake", "flood"});
  CHECK(parted(" a ; ;b;", ';') == std::vector<std::string>{"a", "b"});
  CHECK(parted("", ';').empty());
  CHECK(joined({"a", "b", "c"}, " ") == "a b c");
  CHECK(joined({}, ";").empty());
}
