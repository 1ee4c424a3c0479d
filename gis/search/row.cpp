// SPDX-License-Identifier: Apache-2.0
#include "gis/search/row.hpp"

#include <algorithm>
#include <bit>
#include <cstring>

namespace merestone::search {
namespace {

std::array<std::uint64_t, 13> values_of(const Row& row) {
  return {row.id,     row.subject, row.importance, row.type,     row.status, row.period, row.within,
          row.level,  row.form,    row.division,   row.last,     row.lon,    row.lat};
}

}  // namespace

RowFields RowFields::for_largest(const Row& largest) {
  RowFields made;
  const auto values = values_of(largest);
  for (std::size_t i = 0; i < values.size(); ++i) {
    made.fields[i] = {made.bits, static_cast<std::uint32_t>(std::bit_width(values[i]))};
    made.bits += made.fields[i].width;
  }
  return made;
}

bool RowFields::sound() const noexcept {
  std::uint32_t sum = 0;
  for (const Field& field : fields) {
    if (field.offset != sum || field.width > 64) return false;
    sum += field.width;
  }
  return sum == bits;
}

void RowWriter::put(std::uint64_t value, std::uint32_t width) {
  for (std::uint32_t done = 0; done < width;) {
    const std::uint32_t take = std::min(width - done, 8 - count_);
    pending_ |= ((value >> done) & ((1U << take) - 1)) << count_;
    count_ += take;
    done += take;
    if (count_ == 8) {
      out_.push_back(static_cast<std::byte>(pending_));
      pending_ = 0;
      count_ = 0;
    }
  }
}

void RowWriter::add(const Row& row) {
  const auto values = values_of(row);
  for (std::size_t i = 0; i < values.size(); ++i) put(values[i], fields_.fields[i].width);
}

std::vector<std::byte> RowWriter::finish() {
  out_.push_back(static_cast<std::byte>(pending_));
  out_.resize(out_.size() + 16);
  return std::move(out_);
}

std::uint64_t RowReader::value(std::size_t number, std::size_t field) const noexcept {
  const auto [offset, width] = fields_.fields[field];
  if (width == 0) return 0;
  const std::uint64_t bit = static_cast<std::uint64_t>(number) * fields_.bits + offset;
  const std::size_t byte = bit / 8;
  if (byte + 9 > bytes_.size()) return 0;
  std::uint64_t low = 0;
  std::memcpy(&low, bytes_.data() + byte, sizeof low);
  const auto shift = static_cast<std::uint32_t>(bit % 8);
  std::uint64_t found = low >> shift;
  if (shift + width > 64) found |= std::to_integer<std::uint64_t>(bytes_[byte + 8]) << (64 - shift);
  return width == 64 ? found : found & ((std::uint64_t{1} << width) - 1);
}

Row RowReader::row(std::size_t number) const noexcept {
  const auto narrow = [&](std::size_t field) { return static_cast<std::uint32_t>(value(number, field)); };
  return {value(number, 0), value(number, 1), narrow(2), narrow(3), narrow(4), narrow(5), narrow(6), narrow(7), narrow(8),
          narrow(9) != 0,   narrow(10) != 0,  narrow(11), narrow(12)};
}

}  // namespace merestone::search
