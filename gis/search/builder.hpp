// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gis/search/entry.hpp"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

namespace merestone::search {

struct BuilderWork;

/// Collects names and makes the bytes of an index of them (layout.hpp). The order of adding does not matter: the same
/// entries give the same bytes. Needs about 150 bytes of memory a name while it works.
class Builder {
 public:
  Builder();
  Builder(Builder&&) noexcept;
  Builder& operator=(Builder&&) noexcept;
  ~Builder();

  /// An entry whose key is empty, or longer than 1,000 bytes, cannot be found and is left out; says whether it was taken.
  bool add(const Entry& entry);
  std::size_t size() const noexcept;

  /// Nothing may be added afterwards. @throws Error{Fault::unavailable} when the text of all keys passes 4 GB.
  std::vector<std::byte> finish(const DivisionTree& divisions, std::string_view label);

 private:
  std::unique_ptr<BuilderWork> work_;
};

}  // namespace merestone::search
