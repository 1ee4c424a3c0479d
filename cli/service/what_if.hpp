// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/service/drawn_hazard.hpp"
#include "gis/base/as_of.hpp"

#include <memory>
#include <mutex>
#include <string>
#include <vector>

namespace merestone {

class ExposureDesk;

/// Who and what lies in a hazard that is drawn on the map, as JSON text. The project is read at the first question, as of one revision; then no question needs the database.
/// Thread-safe.
class WhatIf {
 public:
  /// `on_record`: kinds of hazard zones that the project has.
  WhatIf(std::string project, AsOf as_of, std::vector<std::string> on_record);
  ~WhatIf();

  /// Hazards that may be assumed, of the law and on record, with their classes.
  std::string hazards() const;
  /// The assumed zone, exposures by division, the sum, and what the figures leave open. @throws Error what assumed_zone() and
  /// ExposureDesk::exposure() do.
  std::string exposure(const DrawnHazard& drawn);

 private:
  std::shared_ptr<const ExposureDesk> desk();

  std::string project_;
  AsOf as_of_;
  std::vector<std::string> on_record_;
  std::mutex guard_;
  std::shared_ptr<const ExposureDesk> desk_;
};

}  // namespace merestone
