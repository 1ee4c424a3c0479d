-- SPDX-License-Identifier: Apache-2.0
-- Delimitations of stretch $1 as recorded up to revision $2, of all days.
SELECT delimitation_id, stretch_id, left_id, right_id, claim_id, document_id, valid_from, valid_until
  FROM delimitation
 WHERE stretch_id = $1 AND recorded_in <= $2 AND (superseded_in IS NULL OR superseded_in > $2)
 ORDER BY delimitation_id;
