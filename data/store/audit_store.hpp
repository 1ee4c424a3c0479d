// SPDX-License-Identifier: Apache-2.0
/// The chain of audit entries. Each carries the SHA-256 of itself and of the entry before; its facts carry digests
/// of every row that the act wrote and of every fact that it superseded. Who changes a row outside an act, or
/// takes one out, breaks a digest; who changes a digest breaks the chain. Whoever holds a copy of the last hash can
/// prove that nothing before it was changed.
#pragma once

#include "data/store/fact_writer.hpp"
#include "gis/base/finding.hpp"

namespace merestone {

/// One committed act: the audit entry.
struct AuditEntry {
  Revision revision = 0;
  std::string act;          ///< "project.create", "divisions.adopt", …
  std::string author;
  std::string reason;
  std::string recorded_at;  ///< UTC, "2026-11-23T15:00:00Z"
  std::string facts;        ///< JSON: what was written and superseded, counts and digests
  std::string previous;     ///< hash of the entry before; 64 zeros for the first
  std::string hash;         ///< hexadecimal SHA-256 of canonical_text(); empty where the entry is missing
};

/// What is hashed: a line for each field in the order above without `hash`, "name bytes:value\n", after a first
/// line "merestone audit entry 1\n".
std::string canonical_text(const AuditEntry& entry);

Revision last_revision(Connection& connection);
std::vector<AuditEntry> read_audit(Connection& connection);

/// Records that an act began.
void add_revision(Connection& connection, const AuditEntry& entry);
/// Closes the act: facts, hash of the entry before, hash. `told` is what the act itself has to say, by name.
void add_audit_entry(AuditEntry entry, FactWriter& writer,
                     const std::vector<std::pair<std::string, std::string>>& told);

/// audit.missing_revision, audit.broken_chain, audit.changed_rows (rows of a table are not those that the act wrote).
std::vector<Finding> verify_audit(Connection& connection);

}  // namespace merestone
