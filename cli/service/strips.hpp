// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/service/strip.hpp"
#include "gis/base/as_of.hpp"

#include <memory>
#include <mutex>
#include <utility>

namespace merestone {

/// Strips of the cases of a project, each read when it is first asked for; the last few are kept. Thread-safe.
class Strips {
 public:
  Strips(std::string location, AsOf shown) : location_{std::move(location)}, shown_{shown} {}

  /// @param between letters of two parties, "A,B"; empty: those that contest most. @param which 1 for the largest strip.
  /// @throws what proposal_desk() does.
  std::shared_ptr<const Strip> strip(const std::string& number, const std::string& between, std::size_t which);

 private:
  struct Kept {
    std::string number, between;
    std::size_t which;
    std::shared_ptr<const Strip> strip;
  };
  std::string location_;
  AsOf shown_;
  std::mutex mutex_;
  std::vector<Kept> kept_;  ///< the last one asked for at the end
};

}  // namespace merestone
