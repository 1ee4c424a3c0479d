// SPDX-License-Identifier: Apache-2.0
#include "data/exchange/declared_length.hpp"

namespace merestone::exchange {
namespace {

std::uint64_t byte(std::string_view head, std::size_t at) { return static_cast<unsigned char>(head[at]); }

std::uint64_t little(std::string_view head, std::size_t at, std::size_t size) {
  std::uint64_t value = 0;
  for (std::size_t i = size; i-- > 0;) value = value << 8 | byte(head, at + i);
  return value;
}

std::uint64_t big(std::string_view head, std::size_t at, std::size_t size) {
  std::uint64_t value = 0;
  for (std::size_t i = 0; i < size; ++i) value = value << 8 | byte(head, at + i);
  return value;
}

std::uint64_t sqlite_length(std::string_view head) {
  const std::uint64_t page = big(head, 16, 2) == 1 ? 65536 : big(head, 16, 2);
  const bool count_is_kept = big(head, 24, 4) == big(head, 92, 4);  // else written by a very old SQLite
  return count_is_kept ? page * big(head, 28, 4) : 0;
}

bool is_dbase(std::string_view head) {
  const std::uint64_t version = byte(head, 0);
  return (version == 0x03 || version == 0x83 || version == 0x8B || version == 0xF5 || version == 0x30 ||
          version == 0x31) &&
         byte(head, 2) >= 1 && byte(head, 2) <= 12 && little(head, 8, 2) >= 33;
}

}  // namespace

std::uint64_t declared_length(std::string_view head) {
  using namespace std::string_view_literals;
  if (head.size() >= 100 && head.starts_with("SQLite format 3\0"sv)) return sqlite_length(head);
  if (head.starts_with("\x00\x00\x27\x0a"sv)) return head.size() < 100 ? 100 : 2 * big(head, 24, 4);
  if (head.starts_with("fgb\x03"sv)) return head.size() < 12 ? 12 : 12 + little(head, 8, 4);
  if (head.size() >= 32 && is_dbase(head)) return little(head, 8, 2) + little(head, 4, 4) * little(head, 10, 2);
  return 0;
}

}  // namespace merestone::exchange
