// SPDX-License-Identifier: Apache-2.0
/// The first stage of every import: the records of a file, columns mapped, text decoded and judged, shapes brought
/// to the ground.
#pragma once

#include "data/exchange/reading.hpp"
#include "data/exchange/shapes_in.hpp"
#include "data/exchange/text_grid.hpp"

#include <optional>
#include <string>
#include <vector>

namespace merestone::exchange {

/// What one kind of delivery consists of.
struct Plan {
  FieldPlan columns;
  std::optional<Wanted> shape{};  ///< none: shapes are passed over
};

class Staged {
 public:
  using WithShape = ShapesIn::WithShape;

  /// Reads the whole file. Records' text may not be asked for before that is done.
  Staged(const std::string& path, const ReadOptions& options, const Plan& plan, const WithShape& with_shape,
         const Progress& progress);

  std::size_t size() const { return size_; }
  const TextGrid& grid() const { return *grid_; }
  const std::string& text(std::size_t record, std::string_view field) const { return grid_->text(record, field); }
  bool shapeless(std::size_t record) const { return shapeless_[record]; }  ///< it came without any geometry
  const std::string& file() const { return file_.name; }
  Problems& problems() { return problems_; }

  // Values of a record; what cannot be read is reported.
  /// import.bad_number when it is no whole number, import.out_of_range when it lies outside of [least, most];
  /// nothing too where there is no text.
  std::optional<std::int64_t> whole(std::size_t record, std::string_view field, std::int64_t least, std::int64_t most);
  /// Fields from and until; import.bad_date, import.bad_period.
  Period period(std::size_t record);
  /// Of a field, else `otherwise`; import.bad_date.
  Date day(std::size_t record, std::string_view field, Date otherwise);
  /// The text, else `otherwise`; import.missing_value when both are empty.
  std::string needed(std::size_t record, std::string_view field, const std::string& otherwise = {});

  /// Moves source, detected and findings into a delivery.
  void finish(Delivery& delivery);

 private:
  void read(const ReadOptions& options, const Plan& plan, const WithShape& with_shape, const Progress& progress);
  void take_message(wire::Cursor& payload);
  void judge_codes(const LayerHead& head);
  std::string column_of(std::string_view field) const;

  FileAtHand file_;
  Problems problems_;
  std::optional<TextGrid> grid_;
  std::vector<bool> shapeless_;
  std::size_t size_ = 0;
  Document source_;
  Detected detected_;
};

/// Fields people and counted: nothing where nobody counted. Counts without a day are of `counted`. import.bad_number,
/// import.bad_date.
std::optional<PeopleCount> count_of(Staged& staged, std::size_t record, Date counted);

}  // namespace merestone::exchange
