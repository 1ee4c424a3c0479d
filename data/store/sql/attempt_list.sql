-- SPDX-License-Identifier: Apache-2.0
-- The log of attempts.
SELECT attempt_id, attempted_at, act, author, reason, revision, findings, previous_hash, hash
  FROM attempt
 ORDER BY attempt_id;
