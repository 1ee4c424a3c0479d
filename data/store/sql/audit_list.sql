-- SPDX-License-Identifier: Apache-2.0
-- Every revision with its audit entry, in order; the entry's columns are null where it is missing.
SELECT r.revision, r.act, r.author, r.reason, r.recorded_at, a.facts, a.previous_hash, a.hash
  FROM revision r
  LEFT JOIN audit_entry a ON a.revision = r.revision
 ORDER BY r.revision;
