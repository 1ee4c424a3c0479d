// SPDX-License-Identifier: Apache-2.0
#include "cli/command/hand_out.hpp"

#include "cli/report/report_files.hpp"
#include "data/exchange/export_layer.hpp"
#include "data/exchange/writing.hpp"
#include "data/office/project.hpp"
#include "gis/disputes/export_gate.hpp"
#include "gis/territory/viewpoints.hpp"

#include <algorithm>
#include <iterator>
#include <unordered_set>

namespace merestone {
namespace {

void add_ground(std::vector<ExportLayer>& layers, const Project& project, const HandOut& what, bool divisions, bool lines) {
  const auto snapshot = project.snapshot(what.as_of);
  const auto units = project.divisions(what.as_of);
  const auto viewpoint = what.viewer.empty() ? Viewpoint{StatusQuo{}} : viewpoint_of("seen-by:" + what.viewer, opinions_in(snapshot), units);
  const auto territory = derive(snapshot, viewpoint);
  const auto levels = what.level != 0 ? std::vector<Level>{what.level} : std::vector<Level>(units.levels().begin(), units.levels().end());
  if (divisions) {
    for (const auto level : levels) layers.push_back(divisions_layer(territory, units, level));
  }
  if (!lines || levels.empty()) return;
  std::unordered_set<StretchId> disputed;
  for (const Delimitation& said : snapshot.delimitations) {
    if (said.claim) disputed.insert(said.stretch);
  }
  layers.push_back(lines_layer(territory, units, levels.back(), disputed));
}

/// What may leave the house of what is asked for.
GatePass gate(const Project& project, const HandOut& what) {
  GateRequest request{what.for_public, what.viewer, what.layers, what.secret, false};
  if (request.layers.empty()) request.layers = {"divisions", "lines", "places", "hazards", "cemeteries"};
  if (what.for_public) {
    const auto snapshot = project.snapshot(what.as_of);
    request.has_disputed_lines = std::ranges::any_of(snapshot.delimitations, [](const Delimitation& said) { return said.claim.has_value(); });
  }
  return pass_gate(request);
}

}  // namespace

HandedOut hand_out(const Project& project, const HandOut& what, const Progress& progress) {
  const auto pass = gate(project, what);
  const auto wanted = [&pass](const char* layer) { return std::ranges::find(pass.layers, layer) != pass.layers.end(); };
  if (progress) progress("reading", 0, 0);
  std::vector<ExportLayer> layers;
  if (wanted("divisions") || wanted("lines")) add_ground(layers, project, what, wanted("divisions"), wanted("lines"));
  if (wanted("places")) layers.push_back(places_layer(project.places(what.as_of)));
  if (wanted("hazards")) layers.push_back(hazards_layer(project.hazard_zones(what.as_of)));
  if (wanted("cemeteries")) layers.push_back(facilities_layer(project.facilities(what.as_of)));
  if (what.layers.empty()) std::erase_if(layers, [](const ExportLayer& layer) { return layer.rows() == 0; });

  HandedOut done;
  for (const auto& layer : layers) done.layers.emplace_back(layer.name, layer.rows());
  done.findings = pass.findings;
  auto written = write_layers(what.path, layers, {.overwrite = what.overwrite, .worker = {}}, progress);
  std::ranges::move(written, std::back_inserter(done.findings));
  if (pass.needs_disclaimer) {
    const auto words = disclaimer(what.viewer);
    done.disclaimer = what.path + ".disclaimer.txt";
    write_whole(done.disclaimer, words.english + "\n" + words.chinese + "\n");
  }
  return done;
}

}  // namespace merestone
