// SPDX-License-Identifier: Apache-2.0
#include "cli/command/hand_out.hpp"

#include "data/exchange/export_layer.hpp"
#include "data/exchange/writing.hpp"
#include "data/office/project.hpp"

#include <algorithm>

namespace merestone {
namespace {

void add_ground(std::vector<ExportLayer>& layers, const Project& project, const HandOut& what, bool divisions, bool lines) {
  const auto territory = derive(project.snapshot(what.as_of), StatusQuo{});
  const auto units = project.divisions(what.as_of);
  const auto levels = what.level != 0 ? std::vector<Level>{what.level} : std::vector<Level>(units.levels().begin(), units.levels().end());
  if (divisions) {
    for (const auto level : levels) layers.push_back(divisions_layer(territory, units, level));
  }
  if (lines && !levels.empty()) layers.push_back(lines_layer(territory, units, levels.back()));
}

}  // namespace

HandedOut hand_out(const Project& project, const HandOut& what, const Progress& progress) {
  const auto wanted = [&what](const char* layer) {
    return what.layers.empty() || std::ranges::find(what.layers, layer) != what.layers.end();
  };
  if (progress) progress("reading", 0, 0);
  std::vector<ExportLayer> layers;
  if (wanted("divisions") || wanted("lines")) add_ground(layers, project, what, wanted("divisions"), wanted("lines"));
  if (wanted("places")) layers.push_back(places_layer(project.places(what.as_of)));
  if (wanted("hazards")) layers.push_back(hazards_layer(project.hazard_zones(what.as_of)));
  if (wanted("cemeteries")) layers.push_back(facilities_layer(project.facilities(what.as_of)));
  if (what.layers.empty()) std::erase_if(layers, [](const ExportLayer& layer) { return layer.rows() == 0; });

  HandedOut done;
  for (const auto& layer : layers) done.layers.emplace_back(layer.name, layer.rows());
  done.findings = write_layers(what.path, layers, {.overwrite = what.overwrite, .worker = {}}, progress);
  return done;
}

}  // namespace merestone
