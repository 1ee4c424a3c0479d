// SPDX-License-Identifier: Apache-2.0
/// What an index knows of a name beside its text, packed into as few bits as the largest value of each field needs.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace merestone::search {

struct Row {
  std::uint64_t id = 0;
  std::uint64_t subject = 0;
  std::uint32_t importance = 0;
  std::uint32_t type = 0;    ///< number in the list of types
  std::uint32_t status = 0;  ///< likewise
  std::uint32_t period = 0;  ///< likewise
  std::uint32_t within = 0;
  std::uint32_t level = 0;
  std::uint32_t form = 0;  ///< which of the forms of its key is shown: 0 is the key itself
  bool division = false;
  bool last = false;           ///< no further name has this key
  std::uint32_t lon = 0;       ///< millionths of a degree east of 180° W, plus one; 0 where there is no position
  std::uint32_t lat = 0;       ///< millionths of a degree north of the south pole
};

/// Where each field lies in a packed row.
struct RowFields {
  struct Field {
    std::uint32_t offset = 0;
    std::uint32_t width = 0;
  };
  std::array<Field, 13> fields{};
  std::uint32_t bits = 0;  ///< of a row

  /// The narrowest that hold everything that both hold.
  static RowFields for_largest(const Row& largest);
  /// Whether it can be what for_largest() made.
  bool sound() const noexcept;
};

class RowWriter {
 public:
  explicit RowWriter(const RowFields& fields) : fields_{fields} {}
  void add(const Row& row);
  /// Ends with bytes to spare, for reading.
  std::vector<std::byte> finish();

 private:
  void put(std::uint64_t value, std::uint32_t width);
  RowFields fields_;
  std::vector<std::byte> out_;
  std::uint64_t pending_ = 0;
  std::uint32_t count_ = 0;
};

class RowReader {
 public:
  RowReader() = default;
  RowReader(std::span<const std::byte> bytes, const RowFields& fields) : bytes_{bytes}, fields_{fields} {}
  Row row(std::size_t number) const noexcept;
  /// Fields alone, for deciding about many names.
  std::uint32_t importance(std::size_t number) const noexcept { return static_cast<std::uint32_t>(value(number, 2)); }
  std::uint32_t within(std::size_t number) const noexcept { return static_cast<std::uint32_t>(value(number, 6)); }
  bool last(std::size_t number) const noexcept { return value(number, 10) != 0; }

 private:
  std::uint64_t value(std::size_t number, std::size_t field) const noexcept;
  std::span<const std::byte> bytes_;
  RowFields fields_;
};

}  // namespace merestone::search
