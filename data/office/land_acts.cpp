// SPDX-License-Identifier: Apache-2.0
#include "data/office/burial_acts.hpp"

#include "data/office/act_record.hpp"
#include "data/office/refuse_errors.hpp"
#include "data/store/grave_store.hpp"
#include "gis/burials/siting_layers.hpp"
#include "gis/law/siting_rules.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace merestone {
namespace {

const LandClass* class_called(const std::vector<CountryPack>& packs, const std::string& text) {
  for (const CountryPack& pack : packs) {
    if (const LandClass* found = pack.siting.class_called(text)) return found;
  }
  return nullptr;
}

}  // namespace

std::vector<Finding> land_findings(const Project& project, const std::vector<LandFeature>& features, const std::string& file) {
  std::vector<Finding> findings;
  const auto packs = project.packs();
  std::map<std::string, std::size_t> strange;
  Box all;
  for (std::size_t i = 0; i < features.size(); ++i) {
    const LandFeature& feature = features[i];
    const Box box = box_of(feature);
    if (box.empty()) findings.push_back({.rule = "land.no_shape", .subject = {file, std::to_string(i + 1), {}}});
    all.add(box);
    if (class_called(packs, feature.kind) == nullptr) ++strange[feature.kind];
  }
  for (const auto& [kind, count] : strange) {
    findings.push_back({.rule = "land.unknown_class", .severity = Severity::warning, .subject = {file, {}, "class"},
                        .facts = {{"class", kind}, {"count", std::to_string(count)}}});
  }
  const Box ground = project.extent({open_end - std::chrono::days{1}});
  if (!ground.empty() && !all.empty() && !ground.meets(all)) {
    findings.push_back({.rule = "land.elsewhere", .severity = Severity::warning, .subject = {file, {}, {}}});
  }
  return findings;
}

Revision adopt_land_features(Project& project, const ActInfo& info, std::vector<LandFeature> features, bool replace) {
  Transaction transaction{project.connection()};
  ActRecord act{project.connection(), "land_features.adopt", info.author, info.reason};
  refuse_errors(land_findings(project, features, info.document.title), "the features are refused");
  if (info.progress) info.progress("recording", 0, features.size());
  const auto packs = project.packs();
  std::map<std::string, Date> first;
  for (LandFeature& feature : features) {
    if (const LandClass* known = class_called(packs, feature.kind)) feature.kind = known->id;
    const auto [at, fresh] = first.emplace(feature.kind, feature.valid.from);
    if (!fresh) at->second = std::min(at->second, feature.valid.from);
  }
  std::vector<LandFeature> ended;
  std::vector<std::int64_t> replaced;
  if (replace) {
    for (LandFeature& old : read_land_features(project.connection(), Window{act.before()})) {
      const auto at = first.find(old.kind);
      if (at == first.end() || !old.valid.contains(at->second)) continue;
      replaced.push_back(old.fact);
      if (old.valid.from == at->second) continue;
      old.valid.until = at->second;
      ended.push_back(std::move(old));
    }
  }
  const DocumentId document = act.add(info.document);
  act.writer().supersede("land_feature", std::move(replaced));
  add_land_features(act.writer(), ended, document);
  add_land_features(act.writer(), features, document);
  const Revision revision = act.close();
  transaction.commit();
  return revision;
}

}  // namespace merestone
