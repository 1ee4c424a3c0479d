// SPDX-License-Identifier: Apache-2.0
/// What the demo puts on record of the invented prefecture beyond its divisions, names and layers, from its tables.
#pragma once

#include "cli/command/number_of.hpp"
#include "cli/command/shared.hpp"

#include <chrono>
#include <functional>
#include <string>
#include <vector>

namespace merestone {

/// Times a step of the demo and says what came of it.
class DemoStep {
 public:
  /// `before`: what the step took already, piece by piece.
  explicit DemoStep(std::string words, std::chrono::steady_clock::duration before = {})
      : words_{std::move(words)}, start_{std::chrono::steady_clock::now() - before} {}
  void done(const std::string& result) const;

 private:
  std::string words_;
  std::chrono::steady_clock::time_point start_;
};

/// "24 monuments, 1 warning"
std::string counted(std::size_t count, Noun what, const std::vector<Finding>& findings);

struct DemoSample {
  std::string project;  ///< file, open for writing by nobody
  std::string folder;   ///< of the sample
};

/// What was done on a day, as a sample's documents and tables say; done in the order of days.
struct DemoAct {
  std::string day;  ///< 2009-11-08
  std::function<void()> act;
};

/// Classes, readings and spellings of the places on record: the officer's review of the same list, and the word to it.
void take_demo_classes(const DemoSample& sample, const Shared& shared);
/// What is built across lines: each project with its route, and each consent on its day with its document.
void record_demo_projects(const DemoSample& sample, const Shared& shared);
/// Applications for names with their steps, one of them overdue since October 2025.
void record_demo_names(const DemoSample& sample, const Shared& shared);

/// The legal record of the lines, their monuments and segments, joint inspections with what was seen, patrols, risks.
void record_demo_lines(const DemoSample& sample, const Shared& shared);
/// The sheet of each recorded line, the form of each monument in trouble and the inspections that are due, in Chinese.
void write_demo_line_sheets(const std::string& project, const std::string& folder);

/// What the land is like, graves outside facilities, and the cases against them. Acts of the role `enforcement`.
void record_demo_burials(const DemoSample& sample, const Shared& shared);
/// The ledger of graves, the opinion on the ground of one, the plan of cemeteries, exposure to hazards; in Chinese.
void write_demo_burials(const std::string& project, const std::string& folder);

/// Each dispute by its days: report, claims, evidence, steps, settlement, sightings. `sample` and `shared` must outlive
/// the acts.
std::vector<DemoAct> demo_disputes(const DemoSample& sample, const Shared& shared);
/// The dossier of each case, the statement where ground is contested, the agreement with its annex map where it is
/// settled; in Chinese and English.
void write_demo_dossiers(const std::string& project, const std::string& folder);

/// Figures by township and year, shelters, depots with their stock, a flood in three stages of reports.
void record_demo_relief(const DemoSample& sample, const Shared& shared);
/// The sheet of the cremation rate, shelters against floods with stock, the bulletin of the flood; in Chinese.
void write_demo_relief(const std::string& project, const std::string& folder);

}  // namespace merestone
