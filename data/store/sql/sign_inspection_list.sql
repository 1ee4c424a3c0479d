-- SPDX-License-Identifier: Apache-2.0
-- Facts of sign_inspection of places $2 to $3 as recorded up to revision $1.
SELECT fact, sign_id, place_id, day, condition, text_seen, inspector, note, next_due
  FROM sign_inspection
 WHERE place_id BETWEEN $2 AND $3
   AND recorded_in <= $1 AND (superseded_in IS NULL OR superseded_in > $1)
 ORDER BY place_id, fact;
