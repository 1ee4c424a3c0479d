-- SPDX-License-Identifier: Apache-2.0
-- Places $2 to $3 as recorded up to revision $1, whenever they held.
SELECT fact, place_id, local_id, type, valid_from, valid_until, position
  FROM place
 WHERE place_id BETWEEN $2 AND $3
   AND recorded_in <= $1 AND (superseded_in IS NULL OR superseded_in > $1)
 ORDER BY place_id, fact;
