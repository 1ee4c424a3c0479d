// SPDX-License-Identifier: Apache-2.0
/// What may not be known, as a value and back.
#pragma once

#include "data/db/connection.hpp"
#include "data/store/geometry.hpp"
#include "gis/base/date.hpp"
#include "gis/base/error.hpp"
#include "gis/base/id.hpp"
#include "gis/base/text.hpp"
#include "gis/boundaries/terms.hpp"

#include <optional>
#include <string>

namespace merestone {

/// A day as text, or null; keeps the text while the value is used.
class DayValue {
 public:
  explicit DayValue(std::optional<Date> day) : text_{day ? to_string(*day) : ""} {}
  Value value() const { return text_.empty() ? Value{} : Value{std::string_view{text_}}; }

 private:
  std::string text_;
};

/// A position as the engine keeps it, or null; keeps the bytes while the value is used.
class PositionValue {
 public:
  PositionValue(Engine engine, std::optional<Position> position) {
    if (position) bytes_ = to_stored(engine, *position);
  }
  Value value() const { return bytes_.empty() ? Value{} : Value{std::span<const std::byte>{bytes_}}; }

 private:
  Bytes bytes_;
};

template <class Number>
Value value_of(std::optional<Number> number) {
  if (!number) return std::monostate{};
  if constexpr (std::is_floating_point_v<Number>) return static_cast<double>(*number);
  else return static_cast<std::int64_t>(*number);
}

/// The document that a fact names, else that of the act: what holds on beside new facts keeps its own.
template <class Fact>
DocumentId own_or(const Fact& fact, DocumentId otherwise) {
  return fact.document.value != 0 ? fact.document : otherwise;
}

inline std::string text_at(const Row& row, int column) { return std::string{row.text(column)}; }

inline std::optional<double> real_at(const Row& row, int column) {
  if (row.is_null(column)) return {};
  return row.real(column);
}

inline std::optional<Date> day_at(const Row& row, int column) {
  if (row.is_null(column)) return {};
  return parse_date(row.text(column));
}

inline std::optional<Position> position_at(const Row& row, int column, Engine engine) {
  if (row.is_null(column)) return {};
  return point_from_wkb(from_stored(engine, row.bytes(column)));
}

/// A word of a term, as written by to_text(). @throws Error unavailable store.damaged for another.
template <class Term>
Term term_at(const Row& row, int column) {
  if (const auto term = from_text<Term>(row.text(column))) return *term;
  throw Error{Fault::unavailable, "not a word of the record: " + std::string{row.text(column)},
              {{"store.damaged", Severity::error, {}, {}, {{"reason", std::string{row.text(column)}}}}}};
}

}  // namespace merestone
