// SPDX-License-Identifier: Apache-2.0
/// What may leave the house (scenario 32): a public map shows disputed lines through the eyes of one viewer, says so in
/// a disclaimer, and leaves out what is secret.
#pragma once

#include "gis/base/finding.hpp"

#include <string>
#include <vector>

namespace merestone {

struct GateRequest {
  bool for_public = false;
  std::string viewer{};               ///< whose perspective; empty: the situation on the ground
  std::vector<std::string> layers{};  ///< that are asked for
  std::vector<std::string> secret{};  ///< that the office keeps to itself
  bool has_disputed_lines = false;
};

/// Findings: export.secret_layer for each layer left out, export.disputed_line where lines in dispute show as they are on
/// the ground, export.disputed_view where they show as one viewer sees them. All are warnings and belong into the log of
/// attempts. Inside the house everything passes.
struct GatePass {
  std::vector<std::string> layers;
  bool needs_disclaimer = false;
  std::vector<Finding> findings;
};
GatePass pass_gate(const GateRequest& request);

/// The words that must stand with a map that shows disputed lines.
struct Disclaimer {
  std::string english, chinese;
};
Disclaimer disclaimer(const std::string& viewer);

}  // namespace merestone
