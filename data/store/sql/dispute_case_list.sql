-- SPDX-License-Identifier: Apache-2.0
-- Cases as recorded up to revision $1.
SELECT fact, dispute_id, number, title, procedure, level, reported, arose, triage, triage_reason
  FROM dispute_case
 WHERE recorded_in <= $1 AND (superseded_in IS NULL OR superseded_in > $1)
 ORDER BY dispute_id;
