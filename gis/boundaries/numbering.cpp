// SPDX-License-Identifier: Apache-2.0
#include "gis/boundaries/numbering.hpp"

#include "gis/base/error.hpp"

#include <algorithm>
#include <charconv>
#include <tuple>
#include <utility>

namespace merestone {
namespace {

/// One element of a pattern.
struct Piece {
  enum class What { text, line, serial, aux, type } what = What::text;
  std::string text{};    ///< plain letters
  std::size_t width = 0; ///< least number of digits
  int group = 0;         ///< number of the bracket it stands in; 0 outside
};

[[noreturn]] void refuse_pattern(const std::string& pattern) {
  throw Error{Fault::invalid, "bad template " + pattern,
              {{"monument.bad_template", Severity::error, {{}, {}, "template"}, {}, {{"template", pattern}}}}};
}

Piece placeholder(std::string_view inside, const std::string& pattern) {
  const std::size_t colon = std::min(inside.find(':'), inside.size());
  const std::string_view name = inside.substr(0, colon);
  Piece piece;
  if (name == "line") piece.what = Piece::What::line;
  else if (name == "serial") piece.what = Piece::What::serial;
  else if (name == "aux") piece.what = Piece::What::aux;
  else if (name == "type") piece.what = Piece::What::type;
  else refuse_pattern(pattern);
  if (colon < inside.size()) {
    const std::string_view width = inside.substr(colon + 1);
    const auto [end, error] = std::from_chars(width.data(), width.data() + width.size(), piece.width);
    if (error != std::errc{} || end != width.data() + width.size() || piece.width > 9) refuse_pattern(pattern);
  }
  return piece;
}

std::vector<Piece> pieces_of(const std::string& pattern) {
  std::vector<Piece> pieces;
  int groups = 0;
  bool inside = false;
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    if (pattern[i] == '[' && !inside) {
      inside = true;
      ++groups;
    } else if (pattern[i] == ']' && inside) {
      inside = false;
    } else if (pattern[i] == '{') {
      const std::size_t close = pattern.find('}', i);
      if (close == std::string::npos) refuse_pattern(pattern);
      pieces.push_back(placeholder(std::string_view{pattern}.substr(i + 1, close - i - 1), pattern));
      pieces.back().group = inside ? groups : 0;
      i = close;
    } else {
      pieces.push_back({.what = Piece::What::text, .text = {pattern[i]}, .group = inside ? groups : 0});
    }
  }
  if (inside) refuse_pattern(pattern);
  return pieces;
}

std::string value_of(const Piece& piece, const MonumentNumber& number) {
  const auto digits = [&](int value) {
    const std::string plain = std::to_string(value);
    return plain.size() < piece.width ? std::string(piece.width - plain.size(), '0') + plain : plain;
  };
  switch (piece.what) {
    case Piece::What::text: return piece.text;
    case Piece::What::line: return number.line;
    case Piece::What::serial: return digits(number.serial);
    case Piece::What::aux: return number.aux > 0 ? digits(number.aux) : "";
    case Piece::What::type: return number.type;
  }
  return {};
}

/// Whether a bracket has something to say.
bool speaks(const std::vector<Piece>& pieces, int group, const MonumentNumber& number) {
  return group == 0 || std::any_of(pieces.begin(), pieces.end(), [&](const Piece& p) {
    return p.group == group && p.what != Piece::What::text && !value_of(p, number).empty();
  });
}

std::string written(const std::vector<Piece>& pieces, const MonumentNumber& number) {
  std::string text;
  for (const Piece& piece : pieces) {
    if (speaks(pieces, piece.group, number)) text += value_of(piece, number);
  }
  return text;
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_word(char c) { return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c & 0x80) != 0; }

/// Reads by trying, shortest first; patterns and numbers are a dozen letters long.
class Reader {
 public:
  Reader(const NumberTemplate& form, std::string_view text, std::string_view line)
      : form_{form}, pieces_{pieces_of(form.pattern)}, text_{text}, line_{line} {}

  std::optional<MonumentNumber> run() {
    if (text_.size() > 64 || !from(0, 0, {})) return {};
    return found_;
  }

 private:
  bool from(std::size_t piece, std::size_t at, MonumentNumber number) {
    if (piece == pieces_.size()) {
      if (at != text_.size() || written(pieces_, number) != text_) return false;
      found_ = std::move(number);
      return true;
    }
    const Piece& p = pieces_[piece];
    const bool opens = p.group > 0 && (piece == 0 || pieces_[piece - 1].group != p.group);
    if (opens) {
      std::size_t after = piece;
      while (after < pieces_.size() && pieces_[after].group == p.group) ++after;
      if (from(after, at, number)) return true;
    }
    switch (p.what) {
      case Piece::What::text:
        return text_.substr(at, p.text.size()) == p.text && from(piece + 1, at + p.text.size(), std::move(number));
      case Piece::What::line: return read_line(piece, at, number);
      case Piece::What::serial: return read_digits(piece, at, number, &MonumentNumber::serial);
      case Piece::What::aux: return read_digits(piece, at, number, &MonumentNumber::aux);
      case Piece::What::type: break;
    }
    return read_type(piece, at, number);
  }

  bool read_line(std::size_t piece, std::size_t at, MonumentNumber number) {
    if (!line_.empty()) {
      if (text_.substr(at, line_.size()) != line_) return false;
      number.line = line_;
      return from(piece + 1, at + line_.size(), std::move(number));
    }
    for (std::size_t end = at + 1; end <= text_.size() && is_word(text_[end - 1]); ++end) {
      number.line = text_.substr(at, end - at);
      if (from(piece + 1, end, number)) return true;
    }
    return false;
  }

  bool read_digits(std::size_t piece, std::size_t at, MonumentNumber number, int MonumentNumber::*field) {
    int value = 0;
    for (std::size_t end = at; end < text_.size() && is_digit(text_[end]) && end - at < 9;) {
      value = value * 10 + (text_[end++] - '0');
      number.*field = value;
      if (end - at >= std::max<std::size_t>(pieces_[piece].width, 1) && value > 0 && from(piece + 1, end, number)) return true;
    }
    return false;
  }

  bool read_type(std::size_t piece, std::size_t at, MonumentNumber number) {
    std::vector<std::string> types{form_.single};
    for (const char letter : form_.twin + form_.triple) types.emplace_back(1, letter);
    for (std::string& type : types) {
      if (text_.substr(at, type.size()) != type) continue;
      const std::size_t end = at + type.size();
      number.type = std::move(type);
      if (from(piece + 1, end, number)) return true;
    }
    return false;
  }

  const NumberTemplate& form_;
  std::vector<Piece> pieces_;
  std::string_view text_, line_;
  MonumentNumber found_;
};

}  // namespace

void NumberTemplate::require_good() const {
  const std::vector<Piece> pieces = pieces_of(pattern);
  const bool serial = std::any_of(pieces.begin(), pieces.end(), [](const Piece& p) {
    return p.what == Piece::What::serial && p.group == 0;
  });
  if (!serial || twin.size() != 2 || triple.size() != 3 || single.size() > 1) refuse_pattern(pattern);
}

std::string write_number(const NumberTemplate& form, const MonumentNumber& number) {
  return written(pieces_of(form.pattern), number);
}

std::optional<MonumentNumber> read_number(const NumberTemplate& form, std::string_view text, std::string_view line) {
  return Reader{form, text, line}.run();
}

std::optional<MonumentKind> kind_of_type(const NumberTemplate& form, std::string_view type) {
  if (type == form.single) return MonumentKind::single;
  if (type.size() == 1 && form.twin.find(type) != std::string::npos) return MonumentKind::twin;
  if (type.size() == 1 && form.triple.find(type) != std::string::npos) return MonumentKind::triple;
  return {};
}

std::vector<MonumentNumber> next_numbers(const NumberTemplate& form, std::string_view line, MonumentKind kind,
                                         std::span<const MonumentNumber> ever, std::optional<int> after) {
  MonumentNumber number;
  number.line = line;
  for (const MonumentNumber& other : ever) number.serial = std::max(number.serial, other.serial);
  const bool has_aux = form.pattern.find("{aux") != std::string::npos;
  if (after && has_aux && *after < number.serial) {
    number.serial = *after;
    for (const MonumentNumber& other : ever) {
      if (other.serial == *after) number.aux = std::max(number.aux, other.aux);
    }
    ++number.aux;
  } else {
    ++number.serial;
  }
  std::vector<MonumentNumber> numbers;
  const auto add = [&](std::string type) {
    number.type = std::move(type);
    numbers.push_back(number);
  };
  if (kind == MonumentKind::twin) {
    for (const char letter : form.twin) add({letter});
  } else if (kind == MonumentKind::triple) {
    for (const char letter : form.triple) add({letter});
  } else {
    add(form.single);
  }
  return numbers;
}

std::vector<Finding> check_numbers(const NumberTemplate& form, std::string_view line, std::span<const NumberedPlace> places) {
  std::vector<Finding> findings;
  std::vector<std::pair<const NumberedPlace*, int>> serials;
  for (const NumberedPlace& place : places) {
    const auto number = read_number(form, place.number, line);
    if (!number) {
      findings.push_back({"monument.bad_number", Severity::error, {{}, place.number, "number"}, {},
                          {{"number", place.number}, {"template", form.pattern}, {"line", std::string{line}}}});
      continue;
    }
    serials.emplace_back(&place, number->serial);
  }
  const auto put_in_later = [&](Date since, int serial) {
    bool any = false;
    for (const auto& [other, others] : serials) {
      if (other->since >= since) continue;
      if (others >= serial) return false;
      any = true;
    }
    return any;
  };
  std::vector<std::tuple<double, int, std::string>> along;
  for (const auto& [place, serial] : serials) {
    if (place->along_m && !put_in_later(place->since, serial)) along.emplace_back(*place->along_m, serial, place->number);
  }
  std::sort(along.begin(), along.end());
  // The way of walking was chosen when the line was surveyed; since then its ground may have turned.
  std::size_t rising = 0, falling = 0;
  for (std::size_t i = 1; i < along.size(); ++i) {
    rising += std::get<1>(along[i]) > std::get<1>(along[i - 1]);
    falling += std::get<1>(along[i]) < std::get<1>(along[i - 1]);
  }
  if (falling > rising) {
    for (auto& place : along) std::get<0>(place) = -std::get<0>(place);
    std::sort(along.begin(), along.end());
  }
  for (std::size_t i = 1; i < along.size(); ++i) {
    const auto& [before_m, before, before_number] = along[i - 1];
    const auto& [here_m, serial, number] = along[i];
    if (serial >= before || here_m == before_m) continue;
    findings.push_back({"monument.number_order", Severity::warning, {{}, number, "number"}, {},
                        {{"number", number}, {"before", before_number}}});
  }
  return findings;
}

}  // namespace merestone
