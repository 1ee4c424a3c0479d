-- SPDX-License-Identifier: Apache-2.0
INSERT INTO attempt
  (attempt_id, attempted_at, act, author, reason, revision, findings, previous_hash, hash)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9);
