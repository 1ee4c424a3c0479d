// SPDX-License-Identifier: Apache-2.0
#include "data/db/digest.hpp"

#include <sodium.h>

#include <stdexcept>

namespace merestone {
namespace {

const unsigned char* bytes_of(const void* p) noexcept { return static_cast<const unsigned char*>(p); }

std::string hexadecimal(std::span<const unsigned char> bytes) {
  static constexpr char digit[] = "0123456789abcdef";
  std::string text;
  for (const unsigned char b : bytes) {
    text += digit[b >> 4];
    text += digit[b & 15];
  }
  return text;
}

void start_library() {
  if (sodium_init() < 0) throw std::runtime_error{"libsodium does not start"};
}

}  // namespace

std::string sha256(std::string_view text) {
  start_library();
  std::array<unsigned char, crypto_hash_sha256_BYTES> hash{};
  crypto_hash_sha256(hash.data(), bytes_of(text.data()), text.size());
  return hexadecimal(hash);
}

struct RunningDigest::State {
  crypto_generichash_state hash;
};

RunningDigest::RunningDigest() : state_{std::make_unique<State>()} {
  start_library();  // chooses the fastest implementation for this processor
  crypto_generichash_init(&state_->hash, nullptr, 0, crypto_generichash_BYTES);
}
RunningDigest::~RunningDigest() = default;
RunningDigest::RunningDigest(RunningDigest&&) noexcept = default;
RunningDigest& RunningDigest::operator=(RunningDigest&&) noexcept = default;

void RunningDigest::add(std::string_view bytes) {
  crypto_generichash_update(&state_->hash, bytes_of(bytes.data()), bytes.size());
}

void RunningDigest::add(std::span<const std::byte> bytes) {
  crypto_generichash_update(&state_->hash, bytes_of(bytes.data()), bytes.size());
}

std::string RunningDigest::finish() {
  std::array<unsigned char, crypto_generichash_BYTES> hash{};
  crypto_generichash_final(&state_->hash, hash.data(), hash.size());
  return hexadecimal(hash);
}

}  // namespace merestone
