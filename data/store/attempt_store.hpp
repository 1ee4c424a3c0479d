// SPDX-License-Identifier: Apache-2.0
/// The log of attempts: acts that were refused, exports that were cut down. They have no revision, for nothing was
/// changed; each entry carries its own SHA-256 and that of the one before.
#pragma once

#include "data/db/connection.hpp"
#include "gis/base/as_of.hpp"
#include "gis/base/finding.hpp"

#include <string>
#include <vector>

namespace merestone {

struct Attempt {
  std::int64_t id = 0;
  std::string attempted_at;  ///< UTC
  std::string act;           ///< "disputes.settle", "export"
  std::string author;
  std::string reason;        ///< as given for the act
  Revision revision = 0;     ///< that the act found
  std::string findings;      ///< JSON: what was wrong
  std::string previous;      ///< hash of the entry before; 64 zeros for the first
  std::string hash;
};

/// What is hashed: a line for each field in the order above without `hash`, as in canonical_text(AuditEntry).
std::string canonical_text(const Attempt& attempt);

/// Rule, severity, subject, place and facts of each finding.
std::string findings_json(const std::vector<Finding>& findings);

std::vector<Attempt> read_attempts(Connection& connection);
/// In an open transaction; gives it its id and hashes. Texts that the store refuses are replaced, not refused.
void add_attempt(Connection& connection, Attempt attempt);
/// audit.broken_attempts where an entry is not the one that was written, or one is missing before the last.
std::vector<Finding> verify_attempts(Connection& connection);

}  // namespace merestone
