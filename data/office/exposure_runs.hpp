// SPDX-License-Identifier: Apache-2.0
/// Computations of exposure kept as facts, so that they can be listed, made again and compared.
#pragma once

#include "data/office/acts.hpp"
#include "data/office/exposure_desk.hpp"
#include "data/store/exposure_store.hpp"

namespace merestone {

/// Of the way in which exposure is counted; raised with every change after which the same record gives other figures
/// (tests/scenarios/test_risk.cpp holds the figures of a fixed case to it).
inline constexpr int exposure_method = 1;
/// The one by which a run was counted; 0: made before runs told it.
int method_of(const ExposureRun& run);

/// As JSON documents: what was asked, what it was made from, what came out. Equal reports give equal bytes.
std::string parameters_of(const ExposureReport& report);
std::string inputs_of(const ExposureReport& report);
std::string results_of(const ExposureReport& report);

struct SavedRun {
  std::int64_t number = 0;
  Revision revision = 0;
};
/// Keeps a report. The audit entry tells the digest of its results.
SavedRun save_run(Project& project, const ActInfo& info, const ExposureReport& report, const std::string& title);

std::vector<ExposureRun> exposure_runs(const Project& project, Revision revision = latest_revision);
/// @throws missing exposure.no_run.
ExposureRun exposure_run(const Project& project, std::int64_t number);

struct RepeatedRun {
  bool same = false;                 ///< results byte by byte, from the record as it was then
  bool same_today = false;           ///< and from the record as it is now
  std::vector<std::string> changed{};  ///< layers that the record of today has otherwise
  std::vector<Finding> findings{};     ///< exposure.other_method: it was counted in another way than today
  ExposureReport today{};
};
/// Runs with people given for whole divisions (dasymetric) cannot be repeated from the record alone.
/// @throws invalid exposure.not_repeatable.
RepeatedRun repeat_run(const Project& project, const ExposureRun& run);

/// What differs between two runs in one division, kind and severity; a side that has no such line counts 0.
struct ExposureDifference {
  std::string code, name, kind;
  int severity = 0;
  double area_m2[2] = {0, 0};
  std::int64_t people[2] = {0, 0};
};
/// Lines that differ, in the order of the first run, then of the second.
std::vector<ExposureDifference> compare_runs(const ExposureRun& first, const ExposureRun& second);
/// exposure.two_methods, a warning: they were counted in two ways, and may differ by that alone.
std::vector<Finding> comparison_findings(const ExposureRun& first, const ExposureRun& second);

}  // namespace merestone
