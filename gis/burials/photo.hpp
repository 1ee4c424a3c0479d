// SPDX-License-Identifier: Apache-2.0
/// Photos of a grave as evidence: where and when they were taken, before and after. The pictures themselves stay in the
/// office's archive: stones name people, and what a project keeps of files cannot be erased.
#pragma once

#include "gis/base/finding.hpp"
#include "gis/burials/burial_case.hpp"

namespace merestone {

/// What a camera wrote into a picture.
struct PhotoMetadata {
  std::optional<Position> position{};
  std::optional<double> accuracy_m{};
  std::optional<double> direction_deg{};  ///< true, that the camera looked
  std::string taken_at{};                 ///< local time, "2025-03-11T10:22:33"; empty when it does not say
};

struct CasePhoto {
  std::string label{};   ///< of the office: "1", "front"
  std::string phase{};   ///< "before" the correction, or "after"
  std::string view{};    ///< what it is taken from; one before and one after with the same view are a pair
  PhotoMetadata taken{};
  std::string sha256{};  ///< of the file
};

/// How far from its grave a photo may have been taken, beside what both positions may be off.
struct PhotoLimits {
  double far_m = 50;
};

/// Of one photo (all warnings but the last):
///   photo.no_position   it does not say where it was taken
///   photo.no_time       nor when
///   photo.far           farther from the grave than it can be seen; says how far
///   photo.too_early     said to show what came after, and taken before the day of `corrected`
///   photo.in_future     (error) taken after today
std::vector<Finding> check_photo(const CasePhoto& photo, const Grave& grave, std::optional<Date> corrected, Date today,
                                 const PhotoLimits& limits = {});

/// Two photos of one view.
struct PhotoPair {
  std::size_t before = 0;  ///< positions in the list
  std::size_t after = 0;
  std::optional<double> apart_m{};  ///< between the places they were taken from
};
/// By view; where a view is not named, the nearest that looks the same way (within 45°). Each photo in one pair at most.
std::vector<PhotoPair> photo_pairs(const std::vector<CasePhoto>& photos);

}  // namespace merestone
