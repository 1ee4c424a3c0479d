-- SPDX-License-Identifier: Apache-2.0
-- Claims as recorded up to revision $1 that held on some day from $2 to $3 and did not rest on all of them.
SELECT claim_id, dispute_id, claimant_id, title
  FROM claim
 WHERE recorded_in <= $1 AND (superseded_in IS NULL OR superseded_in > $1)
   AND valid_from <= $3 AND valid_until > $2
   AND NOT EXISTS (SELECT 1 FROM claim_rest r
                    WHERE r.claim_id = claim.claim_id AND r.valid_from <= $2 AND r.valid_until > $3
                      AND r.recorded_in <= $1 AND (r.superseded_in IS NULL OR r.superseded_in > $1))
 ORDER BY claim_id;
