// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gis/base/as_of.hpp"

#include <map>
#include <memory>
#include <mutex>
#include <string>

namespace merestone {

struct SitingDesk;

/// Ground for new cemeteries, division by division, as JSON text. The project's features and heights are read at the first question; an
/// answer is kept. Thread-safe.
class SuitableGround {
 public:
  SuitableGround(std::string project, AsOf as_of);
  ~SuitableGround();

  /// The candidates with shape and figures, best first, how much was looked at and could not be judged, and what is to be said of the
  /// rules. @throws Error what suitability_in() does.
  std::string in(const std::string& code);

 private:
  std::string project_;
  AsOf as_of_;
  std::mutex guard_;
  std::shared_ptr<const SitingDesk> desk_;
  std::map<std::string, std::string, std::less<>> answers_;
};

}  // namespace merestone
