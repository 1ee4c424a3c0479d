// SPDX-License-Identifier: Apache-2.0
#include "gis/relief/moment.hpp"

#include "gis/base/error.hpp"

namespace merestone {
namespace {

std::optional<int> two_digits(std::string_view text, int below) {
  if (text.size() != 2 || text[0] < '0' || text[0] > '9' || text[1] < '0' || text[1] > '9') return {};
  const int value = 10 * (text[0] - '0') + (text[1] - '0');
  return value < below ? std::optional{value} : std::nullopt;
}

}  // namespace

std::optional<Moment> parse_moment(std::string_view text) {
  constexpr std::size_t day_length = 10, whole_length = 16;
  try {
    const Date day = parse_date(text.substr(0, day_length));
    if (text.size() == day_length) return Moment{day};
    if (text.size() != whole_length || (text[day_length] != 'T' && text[day_length] != ' ') || text[13] != ':') return {};
    const auto hour = two_digits(text.substr(11, 2), 24), minute = two_digits(text.substr(14, 2), 60);
    if (!hour || !minute) return {};
    return Moment{day} + std::chrono::hours{*hour} + std::chrono::minutes{*minute};
  } catch (const Error&) {
    return {};
  }
}

std::string to_string(Moment moment) {
  const Date day = day_of(moment);
  const auto minutes = static_cast<int>((moment - Moment{day}).count());
  const auto two = [](int value) { return (value < 10 ? "0" : "") + std::to_string(value); };
  return to_string(day) + "T" + two(minutes / 60) + ":" + two(minutes % 60);
}

}  // namespace merestone
