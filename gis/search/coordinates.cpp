// SPDX-License-Identifier: Apache-2.0
#include "gis/search/coordinates.hpp"

#include "gis/base/text.hpp"
#include "gis/search/characters.hpp"

#include <array>
#include <cmath>
#include <vector>

namespace merestone::search {
namespace {

enum class Sign { number, degrees, minutes, seconds, north, south, east, west, gap };
struct Token {
  Sign sign;
  double value = 0;
};

/// Full-width forms as ASCII.
char32_t narrow(char32_t c) { return c >= 0xFF01 && c <= 0xFF5E ? c - 0xFEE0 : c == 0x3000 ? U' ' : c; }

std::optional<Sign> sign_of(char32_t c) {
  switch (c) {
    case U'°': case U'º': case U'˚': case U'度': return Sign::degrees;
    case U'′': case U'\'': case U'’': case U'分': return Sign::minutes;
    case U'″': case U'"': case U'”': case U'秒': return Sign::seconds;
    case U'N': case U'n': return Sign::north;
    case U'S': case U's': return Sign::south;
    case U'E': case U'e': return Sign::east;
    case U'W': case U'w': return Sign::west;
    case U',': case U';': case U' ': case U'\t': case U'，': case U'、': case U'/': return Sign::gap;
    default: return {};
  }
}

std::optional<Sign> word_at(std::u32string_view text) {
  static constexpr std::array<std::pair<std::u32string_view, Sign>, 8> words{
      {{U"北纬", Sign::north}, {U"北緯", Sign::north}, {U"南纬", Sign::south}, {U"南緯", Sign::south},
       {U"东经", Sign::east}, {U"東經", Sign::east}, {U"西经", Sign::west}, {U"西經", Sign::west}}};
  for (const auto& [word, sign] : words)
    if (text.starts_with(word)) return sign;
  return {};
}

std::optional<std::vector<Token>> tokens_of(std::u32string_view text) {
  std::vector<Token> tokens;
  for (std::size_t i = 0; i < text.size();) {
    if (const auto word = word_at(text.substr(i))) {
      tokens.push_back({*word});
      i += 2;
      continue;
    }
    std::string digits;
    for (; i < text.size(); ++i) {
      const char32_t c = narrow(text[i]);
      const bool sign = (c == U'-' || c == U'+' || c == U'−') && digits.empty();
      if (!sign && c != U'.' && (c < U'0' || c > U'9')) break;
      if (c != U'+') digits += c == U'−' ? '-' : static_cast<char>(c);
    }
    if (!digits.empty()) {
      const auto value = parse_number(digits);
      if (!value || digits.size() > 20) return {};
      tokens.push_back({Sign::number, *value});
      continue;
    }
    const auto sign = sign_of(narrow(text[i]));
    if (!sign) return {};
    // Two signs for minutes are one for seconds.
    if (*sign == Sign::minutes && !tokens.empty() && tokens.back().sign == Sign::minutes) tokens.back().sign = Sign::seconds;
    else if (*sign != Sign::gap || tokens.empty() || tokens.back().sign != Sign::gap) tokens.push_back({*sign});
    ++i;
  }
  return tokens;
}

struct Angle {
  std::vector<double> parts;  ///< degrees, minutes, seconds
  Sign side = Sign::gap;      ///< of the world; gap where it is not said
  bool marked = false;        ///< has a sign for degrees, minutes or seconds
};

bool is_side(Sign sign) { return sign >= Sign::north && sign <= Sign::west; }

std::vector<Angle> angles_of(const std::vector<Token>& tokens) {
  std::vector<Angle> angles;
  bool before = false;  // the side of the world stands before its numbers
  for (const Token& token : tokens) {
    const bool open = !angles.empty();
    if (is_side(token.sign)) {
      if (open && !angles.back().parts.empty() && angles.back().side == Sign::gap && !before) {
        angles.back().side = token.sign;
        continue;
      }
      before = !open || before;
      angles.push_back({{}, token.sign, false});
    } else if (token.sign == Sign::number) {
      const bool closed = open && !before && angles.back().side != Sign::gap;
      if (!open || closed) angles.push_back({});
      angles.back().parts.push_back(token.value);
    } else if (token.sign != Sign::gap) {
      if (!open) return {};
      const auto wanted = static_cast<std::size_t>(token.sign) - static_cast<std::size_t>(Sign::degrees) + 1;
      auto& parts = angles.back().parts;
      if (wanted == 1 && parts.size() > 1) {  // a degree sign begins the next angle
        const double value = parts.back();
        parts.pop_back();
        angles.push_back({{value}, Sign::gap, true});
        continue;
      }
      if (parts.size() != wanted) return {};
      angles.back().marked = true;
    }
  }
  // Nothing but numbers: two, or two times degrees, minutes and seconds.
  if (angles.size() == 1 && angles[0].side == Sign::gap && !angles[0].marked) {
    const auto parts = angles[0].parts;
    if (parts.size() == 2) return {{{parts[0]}}, {{parts[1]}}};
    if (parts.size() == 6) return {{{parts[0], parts[1], parts[2]}}, {{parts[3], parts[4], parts[5]}}};
  }
  return angles;
}

std::optional<double> degrees_of(const Angle& angle) {
  if (angle.parts.empty() || angle.parts.size() > 3) return {};
  double value = std::abs(angle.parts[0]), unit = 60;
  for (std::size_t i = 1; i < angle.parts.size(); ++i, unit *= 60) {
    if (angle.parts[i] < 0 || angle.parts[i] >= 60) return {};
    value += angle.parts[i] / unit;
  }
  const bool negative = std::signbit(angle.parts[0]) != (angle.side == Sign::south || angle.side == Sign::west);
  return negative ? -value : value;
}

}  // namespace

std::optional<WrittenPosition> read_position(std::string_view text) {
  if (text.size() > 200) return {};
  const auto tokens = tokens_of(characters_of(text));
  if (!tokens) return {};
  const auto angles = angles_of(*tokens);
  if (angles.size() != 2) return {};
  const auto first = degrees_of(angles[0]), second = degrees_of(angles[1]);
  if (!first || !second) return {};
  const auto is_lat = [](const Angle& angle) { return angle.side == Sign::north || angle.side == Sign::south; };
  const auto is_lon = [](const Angle& angle) { return angle.side == Sign::east || angle.side == Sign::west; };
  if ((is_lat(angles[0]) && is_lat(angles[1])) || (is_lon(angles[0]) && is_lon(angles[1]))) return {};
  const bool told = is_lat(angles[0]) || is_lon(angles[0]) || is_lat(angles[1]) || is_lon(angles[1]);
  const bool by_size = !told && (std::abs(*first) > 90 || std::abs(*second) > 90);
  const bool lat_first = told ? is_lat(angles[0]) || is_lon(angles[1]) : std::abs(*second) > 90;
  const double lon = lat_first ? *second : *first, lat = lat_first ? *first : *second;
  if (std::abs(lon) > 180 || std::abs(lat) > 90) return {};
  return WrittenPosition{from_degrees(lon, lat), !told && !by_size};
}

}  // namespace merestone::search
