// SPDX-License-Identifier: Apache-2.0
#include "data/exchange/worker/request.hpp"

#include <charconv>

namespace merestone::worker {

Request::Request(wire::Cursor payload) {
  while (!payload.done()) {
    const std::string key{payload.text()};
    values_[key] = std::string{payload.text()};
  }
}

std::string Request::operator[](const std::string& key) const {
  const auto found = values_.find(key);
  return found == values_.end() ? std::string{} : found->second;
}

std::uint64_t Request::number(const std::string& key) const {
  const std::string text = (*this)[key];
  std::uint64_t value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

}  // namespace merestone::worker
