// SPDX-License-Identifier: Apache-2.0
/// Graves and planned grounds judged by what is on record: siting rules, types, protection.
#pragma once

#include "data/office/burial_desk.hpp"
#include "gis/burials/siting_findings.hpp"

#include <deque>
#include <optional>

namespace merestone {

struct JudgingOptions {
  std::optional<Date> law_day{};         ///< whose siting rules are asked; none: those of each grave's own act
  std::vector<std::string> sets{};       ///< rules by name, whatever their jurisdiction and days
  ViewOptions view{};
  double site_accuracy_m = 1;            ///< of the outline of a planned ground
  std::string subject = "cemetery";      ///< whose rules a ground is judged by: "cemetery", "grave"
};

/// Everything that questions on siting need of a project on one day. Reading is thread-safe.
struct SitingDesk {
  BurialDesk desk;
  GroundHolders ground;
  SitingLayers layers;
  std::unique_ptr<Terrain> heights;      ///< null where none are on record
};
/// @param around what the heights should cover; empty: all graves and features
SitingDesk siting_desk(const Project& project, const AsOf& as_of, const Box& around = {});

/// Puts the law's words for classes of the land beside their ids, where findings name some.
void say_classes(std::vector<Finding>& findings, std::span<const SitingRules* const> rules);

struct GraveJudgement {
  const Grave* grave = nullptr;
  DivisionId division;
  std::size_t law = 0;                        ///< which of GraveJudgements::laws judged it
  std::vector<SitingHit> hits{};              ///< `rule` indexes that law's rules
  GraveTyping typing{};
  std::vector<Finding> limits{};              ///< of its stone, by the rules of the day that judge its type
  const GraveProtection* protection = nullptr;
  const FacilityFile* facility = nullptr;

  /// Outside the law as far as this can tell: a type holds or a zone is hit, and no list protects it.
  bool unlawful() const { return protection == nullptr && (typing.called() != nullptr || (facility == nullptr && forbids(hits))); }
};

/// Rules that some of the graves were judged by.
struct JudgedLaw {
  SitingChoice choice;
  std::optional<SitingCheck> check;
};

struct GraveJudgements {
  std::deque<JudgedLaw> laws;
  std::vector<GraveTypeRule> types;           ///< what typings point into
  std::vector<GraveJudgement> graves;         ///< in the order of the graves asked
  std::vector<Finding> findings;              ///< of the laws: contradictions, texts not obtained, layers that are missing
};
/// The graves in `desk`, or those given. Their types are judged by the law of the act, their sites as `options` say.
GraveJudgements judge_graves(const SitingDesk& desk, const JudgingOptions& options, std::span<const Grave* const> graves = {});

struct SiteJudgement {
  MultiPolygon site;
  Date law_day{};
  double accuracy_m = 0;
  std::vector<DivisionId> divisions;          ///< in which it lies, by its corners and middle
  SitingChoice choice;
  std::optional<SitingCheck> check;
  std::vector<SitingHit> hits;
  std::vector<VerticalLimit> to_survey;       ///< what maps cannot tell
};
/// A planned cemetery, or what `options` name as its subject, by the rules of `day`.
SiteJudgement judge_site(const SitingDesk& desk, const MultiPolygon& site, Date day, const JudgingOptions& options);

}  // namespace merestone
