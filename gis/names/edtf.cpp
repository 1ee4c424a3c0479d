// SPDX-License-Identifier: Apache-2.0
#include "gis/names/edtf.hpp"

#include <algorithm>
#include <charconv>

namespace merestone {
namespace {

using namespace std::chrono;

bool digits(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

int number(std::string_view text) {
  int value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

/// "1370", "137X", "13XX", "-0220".
bool read_year(std::string_view text, EdtfDate& date) {
  const bool before = text.starts_with('-');
  if (before) text.remove_prefix(1);
  if (text.size() != 4) return false;
  std::string known{text};
  for (auto digit = known.rbegin(); digit != known.rend() && *digit == 'X' && date.unknown_digits < 2; ++digit) {
    *digit = '0';
    ++date.unknown_digits;
  }
  if (!digits(known)) return false;
  date.year = before ? -number(known) : number(known);
  return !(before && (date.year == 0 || date.unknown_digits > 0));
}

bool read_part(std::string_view text, int most, int& part) {
  if (text == "XX") return true;
  if (text.size() != 2 || !digits(text)) return false;
  part = number(text);
  return part >= 1 && part <= most;
}

std::optional<EdtfDate> read_date(std::string_view text) {
  EdtfDate date;
  if (text.ends_with('%')) date.approximate = date.uncertain = true;
  if (text.ends_with('~')) date.approximate = true;
  if (text.ends_with('?')) date.uncertain = true;
  if (date.approximate || date.uncertain) text.remove_suffix(1);
  const std::size_t year_size = text.starts_with('-') ? 5 : 4;
  if (text.size() < year_size || !read_year(text.substr(0, year_size), date)) return std::nullopt;
  text.remove_prefix(year_size);
  if (text.empty()) return date;
  if (date.unknown_digits > 0 || text.front() != '-' || !read_part(text.substr(1, 2), 12, date.month)) return std::nullopt;
  text.remove_prefix(3);
  if (text.empty()) return date;
  if (text.size() != 3 || text.front() != '-' || !read_part(text.substr(1, 2), 31, date.day)) return std::nullopt;
  if (date.day > 0 && date.month == 0) return std::nullopt;
  const bool exists = date.day == 0 || (year{date.year} / date.month / date.day).ok();
  return exists ? std::optional{date} : std::nullopt;
}

std::optional<EdtfEnd> read_end(std::string_view text) {
  if (text.empty()) return EdtfEnd{EdtfEnd::Kind::unknown, {}};
  if (text == "..") return EdtfEnd{EdtfEnd::Kind::open, {}};
  const auto date = read_date(text);
  if (!date) return std::nullopt;
  return EdtfEnd{EdtfEnd::Kind::date, *date};
}

std::string text_of(const EdtfDate& date) {
  const auto padded = [](int value, std::size_t width) {
    std::string text = std::to_string(value);
    return std::string(width - std::min(width, text.size()), '0') + text;
  };
  std::string text = padded(std::abs(date.year), 4);
  for (int i = 0; i < date.unknown_digits; ++i) text[3 - static_cast<std::size_t>(i)] = 'X';
  if (date.year < 0) text.insert(0, "-");
  if (date.month > 0 || date.day > 0) text += "-" + padded(date.month, 2);
  if (date.day > 0) text += "-" + padded(date.day, 2);
  if (date.approximate && date.uncertain) text += "%";
  else if (date.approximate) text += "~";
  else if (date.uncertain) text += "?";
  return text;
}

std::string text_of(const EdtfEnd& end) {
  if (end.kind == EdtfEnd::Kind::unknown) return {};
  return end.kind == EdtfEnd::Kind::open ? ".." : text_of(end.date);
}

Date first_day(const EdtfDate& date) {
  if (date.year < 1) return unknown_start;
  return sys_days{year{date.year} / std::max(date.month, 1) / std::max(date.day, 1)};
}

/// The day after the last that it may mean.
Date day_after(const EdtfDate& date) {
  if (date.year < 0) return unknown_start + days{1};
  const int span = date.unknown_digits == 2 ? 100 : date.unknown_digits == 1 ? 10 : 1;
  if (date.day > 0) return first_day(date) + days{1};
  if (date.month > 0) return sys_days{(year{date.year} / date.month + months{1}) / 1};
  return std::min(open_end, Date{sys_days{year{date.year + span} / 1 / 1}});
}

EdtfEnd exact(Date day) {
  const year_month_day parts{day};
  return {EdtfEnd::Kind::date,
          {static_cast<int>(parts.year()), static_cast<int>(static_cast<unsigned>(parts.month())), static_cast<int>(static_cast<unsigned>(parts.day()))}};
}

bool vague(const EdtfEnd& end) {
  return end.kind == EdtfEnd::Kind::date && (end.date.approximate || end.date.uncertain || end.date.unknown_digits > 0);
}

}  // namespace

Edtf Edtf::of(const Period& period) {
  Edtf edtf;
  if (period.from != unknown_start) edtf.from = exact(period.from);
  if (period.until != open_end) edtf.to = exact(period.until - days{1});
  return edtf;
}

std::optional<Edtf> parse_edtf(std::string_view text) {
  const auto slash = text.find('/');
  if (slash == std::string_view::npos) {
    const auto date = read_date(text);
    if (!date) return std::nullopt;
    const EdtfEnd end{EdtfEnd::Kind::date, *date};
    return Edtf{end, end, true};
  }
  const auto from = read_end(text.substr(0, slash)), to = read_end(text.substr(slash + 1));
  if (!from || !to) return std::nullopt;
  if (from->kind == EdtfEnd::Kind::unknown && to->kind == EdtfEnd::Kind::unknown) return std::nullopt;
  const Edtf edtf{*from, *to, false};
  const Period span = days_of(edtf);
  return span.from < span.until ? std::optional{edtf} : std::nullopt;
}

std::string to_string(const Edtf& edtf) {
  return edtf.single ? text_of(edtf.from) : text_of(edtf.from) + "/" + text_of(edtf.to);
}

Period days_of(const Edtf& edtf) {
  Period span;
  if (edtf.from.kind == EdtfEnd::Kind::date) span.from = first_day(edtf.from.date);
  if (edtf.to.kind == EdtfEnd::Kind::date) span.until = day_after(edtf.to.date);
  return span;
}

bool is_vague(const Edtf& edtf) { return vague(edtf.from) || vague(edtf.to); }

Edtf ended(Edtf edtf, Date until) {
  edtf.single = false;
  edtf.to = exact(until - days{1});
  return edtf;
}

}  // namespace merestone
