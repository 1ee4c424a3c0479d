// SPDX-License-Identifier: Apache-2.0
#include "data/office/attempt.hpp"

#include "data/office/act_record.hpp"

namespace merestone {
namespace {

void write(Project& project, std::string_view act, const ActInfo& info, const std::vector<Finding>& findings) {
  Transaction transaction{project.connection()};
  Attempt attempt;
  attempt.attempted_at = now_utc();
  attempt.act = act;
  attempt.author = info.author;
  attempt.reason = info.reason;
  attempt.revision = last_revision(project.connection());
  attempt.findings = findings_json(findings);
  add_attempt(project.connection(), std::move(attempt));
  transaction.commit();
}

}  // namespace

void log_attempt(Project& project, std::string_view act, const ActInfo& info, const Error& refusal) noexcept {
  if (refusal.fault() == Fault::unavailable) return;
  try {
    std::vector<Finding> findings = refusal.findings();
    if (findings.empty()) {
      Finding found;
      found.rule = refusal.fault() == Fault::conflict ? "fault.conflict" : "fault.invalid";
      found.facts = {{"what", refusal.what()}};
      findings.push_back(std::move(found));
    }
    write(project, act, info, findings);
  } catch (...) {
    // The refusal is what the caller must hear; a log that cannot be written must not stand before it.
  }
}

void log_findings(Project& project, std::string_view act, const ActInfo& info, const std::vector<Finding>& findings) {
  if (!findings.empty()) write(project, act, info, findings);
}

}  // namespace merestone
