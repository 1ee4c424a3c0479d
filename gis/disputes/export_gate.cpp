// SPDX-License-Identifier: Apache-2.0
#include "gis/disputes/export_gate.hpp"

#include <algorithm>

namespace merestone {
namespace {

Finding warning(const char* rule, std::vector<std::pair<std::string, std::string>> facts) {
  Finding found;
  found.rule = rule;
  found.severity = Severity::warning;
  found.facts = std::move(facts);
  return found;
}

}  // namespace

GatePass pass_gate(const GateRequest& request) {
  GatePass pass;
  for (const std::string& layer : request.layers) {
    const bool secret = std::find(request.secret.begin(), request.secret.end(), layer) != request.secret.end();
    if (request.for_public && secret) {
      pass.findings.push_back(warning("export.secret_layer", {{"layer", layer}}));
    } else {
      pass.layers.push_back(layer);
    }
  }
  if (request.has_disputed_lines) {
    pass.needs_disclaimer = request.for_public;
    pass.findings.push_back(request.viewer.empty() ? warning("export.disputed_line", {}) : warning("export.disputed_view", {{"viewer", request.viewer}}));
  }
  if (!request.for_public) pass.findings.clear();
  return pass;
}

Disclaimer disclaimer(const std::string& viewer) {
  if (viewer.empty()) {
    return {"Some lines on this map are in dispute and are shown as the situation on the ground. Showing them takes no side and has no legal effect.",
            "本图部分界线存在争议，按实地现状表示，不代表对任何一方主张的认可，不具有法律效力。"};
  }
  return {"Some lines on this map are in dispute and are shown as " + viewer + " sees them. Showing them takes no side and has no legal effect.",
          "本图部分界线存在争议，按 " + viewer + " 的观点表示，不代表对任何一方主张的认可，不具有法律效力。"};
}

}  // namespace merestone
