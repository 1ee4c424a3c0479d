// SPDX-License-Identifier: Apache-2.0
/// The log of attempts: an act that is refused leaves the project as it was, and that it was tried on record.
#pragma once

#include "data/office/acts.hpp"
#include "data/store/attempt_store.hpp"
#include "gis/base/error.hpp"

#include <string_view>
#include <utility>

namespace merestone {

/// Writes a refusal to the log, in a transaction of its own. What was not the input's fault (a full disk, a lost server)
/// is no attempt and is not written; neither is anything where the project cannot be written to.
void log_attempt(Project& project, std::string_view act, const ActInfo& info, const Error& refusal) noexcept;

/// Something that was left out or refused by rule although the act as a whole went on, such as a secret layer of an
/// export. @throws as every write does.
void log_findings(Project& project, std::string_view act, const ActInfo& info, const std::vector<Finding>& findings);

/// Runs `act`; a refusal is logged under `name` and thrown on.
template <class Act>
auto attempted(Project& project, std::string_view name, const ActInfo& info, Act act) {
  try {
    return act();
  } catch (const Error& refusal) {
    log_attempt(project, name, info, refusal);
    throw;
  }
}

/// The same for what may be a trial, which is nobody's attempt.
template <class Act>
auto attempted_unless(bool trial, Project& project, std::string_view name, const ActInfo& info, Act act) {
  return trial ? act() : attempted(project, name, info, std::move(act));
}

}  // namespace merestone
