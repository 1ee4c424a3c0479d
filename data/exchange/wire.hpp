// SPDX-License-Identifier: Apache-2.0
/// What the program and its file reader (`merestone-gdal`) say to each other over one socket: frames of a kind,
/// a length and a payload. Each side treats the other as hostile: every length is checked before it is used.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace merestone::wire {

enum class Kind : std::uint8_t {
  request = 'Q',  ///< pairs of texts: key, value
  layer = 'L',    ///< see LayerHead
  records = 'R',  ///< count, then for each: shape, and one value per column
  grid = 'G',     ///< see GridHead
  heights = 'H',  ///< whole rows of a grid, 32-bit floats, NaN where there is none
  tags = 'T',     ///< pairs of texts: what a camera wrote into a picture
  message = 'M',  ///< rule, number of the record reached, detail
  failure = 'F',  ///< rule, then pairs of facts
  end = 'Z',      ///< how many records were sent
};

inline constexpr std::uint32_t absent = 0xFFFFFFFFU;          ///< length of a value that is null
inline constexpr std::size_t longest_frame = 512UL << 20;     ///< no record is larger
inline constexpr std::size_t usual_frame = 256UL << 10;       ///< records are gathered up to this

/// The other side broke the rules, or went away.
struct Broken : std::runtime_error {
  using std::runtime_error::runtime_error;
};

class Writer {
 public:
  explicit Writer(int socket) : socket_{socket} {}
  void begin(Kind kind);
  void number(std::uint32_t value);
  void wide(std::uint64_t value);
  void text(std::string_view value);
  void null() { number(absent); }
  /// Room for `size` bytes, their length before them: for producers that write in place.
  std::byte* room(std::size_t size);
  std::size_t size() const { return buffer_.size(); }
  void patch(std::size_t at, std::uint32_t value);
  /// Sends the frame. @throws Broken when the other side is gone.
  void send();

 private:
  int socket_;
  std::vector<std::byte> buffer_;
};

/// A walk over one payload. @throws Broken where it ends too early.
class Cursor {
 public:
  explicit Cursor(std::span<const std::byte> payload) : rest_{payload} {}
  bool done() const { return rest_.empty(); }
  std::uint32_t number();
  std::uint64_t wide();
  /// Bytes with their length before them; `*is_null` tells a null from an empty text.
  std::span<const std::byte> bytes(bool* is_null = nullptr);
  std::string_view text(bool* is_null = nullptr);

 private:
  std::span<const std::byte> take(std::size_t size);
  std::span<const std::byte> rest_;
};

struct Frame {
  Kind kind;
  Cursor payload;  ///< valid until the next frame is read
};

class Reader {
 public:
  explicit Reader(int socket) : socket_{socket} {}
  /// Waits for the next frame. @throws Broken at the end of the stream, after `patience_s` without a byte, or
  /// for a frame that is too long.
  Frame next(int patience_s);

 private:
  void fill(std::byte* to, std::size_t size, int patience_s);
  int socket_;
  std::vector<std::byte> buffer_;
};

}  // namespace merestone::wire
