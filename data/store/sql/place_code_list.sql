-- SPDX-License-Identifier: Apache-2.0
-- Facts of place_code of places $2 to $3 as recorded up to revision $1.
SELECT fact, place_id, valid_from, valid_until, system, code
  FROM place_code
 WHERE place_id BETWEEN $2 AND $3
   AND recorded_in <= $1 AND (superseded_in IS NULL OR superseded_in > $1)
 ORDER BY place_id, fact;
