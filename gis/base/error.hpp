// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gis/base/finding.hpp"

#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

namespace merestone {

/// What went wrong, in the four ways a caller can react differently to.
/// The command line maps each to an exit code and the service to an HTTP status.
enum class Fault {
  invalid,      ///< the input breaks a rule; retrying cannot help   (exit 2, 400)
  missing,      ///< what was asked for does not exist               (exit 3, 404)
  conflict,     ///< someone else changed it first; reload and retry (exit 4, 409)
  unavailable,  ///< a file, database or tool failed us              (exit 5, 503)
};

/// Every failure thrown by this code base. Caught where a process or a request ends,
/// and nowhere between. What an officer must mend is said by findings, so that the edge
/// can word it in the reader's language; `what()` is for logs.
class Error : public std::runtime_error {
 public:
  Error(Fault fault, const std::string& what, std::vector<Finding> findings = {})
      : std::runtime_error{what}, fault_{fault}, findings_{std::move(findings)} {}

  Fault fault() const noexcept { return fault_; }
  const std::vector<Finding>& findings() const noexcept { return findings_; }

 private:
  Fault fault_;
  std::vector<Finding> findings_;
};

}  // namespace merestone
