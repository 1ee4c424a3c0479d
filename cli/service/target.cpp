// SPDX-License-Identifier: Apache-2.0
#include "cli/service/message.hpp"

#include "gis/base/error.hpp"
#include "gis/base/text.hpp"

#include <algorithm>
#include <optional>

namespace merestone {
namespace {

[[noreturn]] void refuse(const char* why) {
  throw Error{Fault::invalid, why, {{.rule = "service.bad_target", .facts = {{"reason", why}}}}};
}

std::optional<unsigned> hex_digit(char c) {
  if (c >= '0' && c <= '9') return static_cast<unsigned>(c - '0');
  if (c >= 'a' && c <= 'f') return static_cast<unsigned>(c - 'a') + 10U;
  if (c >= 'A' && c <= 'F') return static_cast<unsigned>(c - 'A') + 10U;
  return {};
}

std::string decoded(std::string_view text, bool plus_is_space) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    char c = text[i];
    if (c == '%') {
      if (i + 2 >= text.size()) refuse("a percent sign is not followed by two digits");
      const auto high = hex_digit(text[i + 1]);
      const auto low = hex_digit(text[i + 2]);
      if (!high || !low) refuse("a percent sign is not followed by two digits");
      c = static_cast<char>(*high * 16U + *low);
      i += 2;
    } else if (c == '+' && plus_is_space) {
      c = ' ';
    }
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) refuse("control characters are not allowed");
    out += c;
  }
  if (!is_utf8(out)) refuse("the text is not UTF-8");
  return out;
}

template <class Take>
void split(std::string_view text, char at, Take take) {
  for (;;) {
    const auto end = text.find(at);
    take(text.substr(0, end));
    if (end == std::string_view::npos) return;
    text.remove_prefix(end + 1);
  }
}

}  // namespace

Target parse_target(std::string_view target) {
  if (target.empty() || target.front() != '/') refuse("the path must begin with a slash");
  Target parsed;
  const auto mark = target.find('?');
  const auto path = target.substr(1, mark == std::string_view::npos ? mark : mark - 1);
  if (!path.empty()) split(path, '/', [&](std::string_view part) { parsed.path.push_back(decoded(part, false)); });
  if (mark == std::string_view::npos || mark + 1 == target.size()) return parsed;
  split(target.substr(mark + 1), '&', [&](std::string_view part) {
    if (part.empty()) return;
    const auto equals = part.find('=');
    auto name = decoded(part.substr(0, equals), true);
    auto value = equals == std::string_view::npos ? std::string{} : decoded(part.substr(equals + 1), true);
    for (const auto& known : parsed.parameters)
      if (known.first == name) refuse("a parameter is given twice");
    parsed.parameters.emplace_back(std::move(name), std::move(value));
  });
  return parsed;
}

}  // namespace merestone
