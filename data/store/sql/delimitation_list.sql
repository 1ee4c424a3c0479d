-- SPDX-License-Identifier: Apache-2.0
-- Delimitations as recorded up to revision $1 that held on some day from $2 to $3.
SELECT delimitation_id, stretch_id, left_id, right_id, claim_id, document_id, valid_from, valid_until
  FROM delimitation
 WHERE recorded_in <= $1 AND (superseded_in IS NULL OR superseded_in > $1)
   AND valid_from <= $3 AND valid_until > $2
 ORDER BY delimitation_id;
