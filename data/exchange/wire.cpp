// SPDX-License-Identifier: Apache-2.0
#include "data/exchange/wire.hpp"

#include <poll.h>
#include <sys/socket.h>

#include <cerrno>
#include <cstring>

namespace merestone::wire {
namespace {

constexpr std::size_t head = 5;  // kind, length of the payload

}  // namespace

void Writer::begin(Kind kind) {
  buffer_.resize(head);
  buffer_[0] = static_cast<std::byte>(kind);
}

void Writer::number(std::uint32_t value) {
  const auto at = buffer_.size();
  buffer_.resize(at + sizeof value);
  std::memcpy(buffer_.data() + at, &value, sizeof value);
}

void Writer::wide(std::uint64_t value) {
  const auto at = buffer_.size();
  buffer_.resize(at + sizeof value);
  std::memcpy(buffer_.data() + at, &value, sizeof value);
}

void Writer::text(std::string_view value) {
  if (!value.empty()) {
    std::memcpy(room(value.size()), value.data(), value.size());
  } else {
    number(0);
  }
}

std::byte* Writer::room(std::size_t size) {
  if (size > longest_frame) throw Broken{"record too large"};
  number(static_cast<std::uint32_t>(size));
  const auto at = buffer_.size();
  buffer_.resize(at + size);
  return buffer_.data() + at;
}

void Writer::patch(std::size_t at, std::uint32_t value) { std::memcpy(buffer_.data() + at, &value, sizeof value); }

void Writer::send() {
  const std::size_t payload = buffer_.size() - head;
  if (payload > longest_frame) throw Broken{"record too large"};
  const auto length = static_cast<std::uint32_t>(payload);
  std::memcpy(buffer_.data() + 1, &length, sizeof length);
  for (std::size_t sent = 0; sent < buffer_.size();) {
    const ssize_t n = ::send(socket_, buffer_.data() + sent, buffer_.size() - sent, MSG_NOSIGNAL);
    if (n < 0 && errno == EINTR) continue;
    if (n <= 0) throw Broken{"the other side is gone"};
    sent += static_cast<std::size_t>(n);
  }
}

std::span<const std::byte> Cursor::take(std::size_t size) {
  if (size > rest_.size()) throw Broken{"frame ends too early"};
  const auto taken = rest_.first(size);
  rest_ = rest_.subspan(size);
  return taken;
}

std::uint32_t Cursor::number() {
  std::uint32_t value = 0;
  std::memcpy(&value, take(sizeof value).data(), sizeof value);
  return value;
}

std::uint64_t Cursor::wide() {
  std::uint64_t value = 0;
  std::memcpy(&value, take(sizeof value).data(), sizeof value);
  return value;
}

std::span<const std::byte> Cursor::bytes(bool* is_null) {
  const std::uint32_t size = number();
  if (is_null) *is_null = size == absent;
  return size == absent ? std::span<const std::byte>{} : take(size);
}

std::string_view Cursor::text(bool* is_null) {
  const auto raw = bytes(is_null);
  return {reinterpret_cast<const char*>(raw.data()), raw.size()};
}

void Reader::fill(std::byte* to, std::size_t size, int patience_s) {
  for (std::size_t filled = 0; filled < size;) {
    const ssize_t n = ::recv(socket_, to + filled, size - filled, MSG_DONTWAIT);
    if (n > 0) {
      filled += static_cast<std::size_t>(n);
      continue;
    }
    if (n == 0) throw Broken{"the other side ended"};
    if (errno == EINTR) continue;
    if (errno != EAGAIN && errno != EWOULDBLOCK) throw Broken{"the other side is gone"};
    pollfd ready{socket_, POLLIN, 0};
    if (::poll(&ready, 1, patience_s * 1000) == 0) throw Broken{"no answer in time"};
  }
}

Frame Reader::next(int patience_s) {
  std::byte front[head];
  fill(front, head, patience_s);
  std::uint32_t length = 0;
  std::memcpy(&length, front + 1, sizeof length);
  if (length > longest_frame) throw Broken{"frame too long"};
  buffer_.resize(length);
  fill(buffer_.data(), length, patience_s);
  return {static_cast<Kind>(front[0]), Cursor{buffer_}};
}

}  // namespace merestone::wire
