// SPDX-License-Identifier: Apache-2.0
#include "gis/base/date.hpp"

#include "gis/base/error.hpp"

#include <charconv>

namespace merestone {
namespace {

[[noreturn]] void refuse(std::string_view text) {
  throw Error{Fault::invalid,
              "not a date (YYYY-MM-DD): '" + std::string{text} + "'",
              {{.rule = "base.bad_date", .facts = {{"value", std::string{text}}}}}};
}

int number(std::string_view digits, std::string_view whole) {
  int value = 0;
  const auto [end, error] = std::from_chars(digits.begin(), digits.end(), value);
  if (error != std::errc{} || end != digits.end() || value < 0) refuse(whole);
  return value;
}

}  // namespace

Date parse_date(std::string_view text) {
  using namespace std::chrono;
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') refuse(text);
  const auto day_of_month = static_cast<unsigned>(number(text.substr(8, 2), text));
  const auto month_of_year = static_cast<unsigned>(number(text.substr(5, 2), text));
  const year_month_day ymd{year{number(text.substr(0, 4), text)}, month{month_of_year}, day{day_of_month}};
  if (!ymd.ok()) refuse(text);
  return ymd;
}

std::string to_string(Date date) {
  const std::chrono::year_month_day ymd{date};
  std::string text = "0000-00-00";
  const auto put = [&](std::size_t end, unsigned value) {
    for (; value != 0; value /= 10) text[--end] = static_cast<char>('0' + value % 10);
  };
  put(4, static_cast<unsigned>(static_cast<int>(ymd.year())));
  put(7, static_cast<unsigned>(ymd.month()));
  put(10, static_cast<unsigned>(ymd.day()));
  return text;
}

Date today() { return std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now()); }

}  // namespace merestone
