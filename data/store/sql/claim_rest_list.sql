-- SPDX-License-Identifier: Apache-2.0
-- Days on which claims of dispute $2 rest, as recorded up to revision $1.
SELECT r.fact, r.claim_id, r.valid_from, r.valid_until
  FROM claim_rest r
  JOIN claim c ON c.claim_id = r.claim_id
 WHERE c.dispute_id = $2 AND r.recorded_in <= $1 AND (r.superseded_in IS NULL OR r.superseded_in > $1)
 ORDER BY r.claim_id, r.valid_from;
