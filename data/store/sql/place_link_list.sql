-- SPDX-License-Identifier: Apache-2.0
-- Facts of place_link from or to places $2 to $3 as recorded up to revision $1.
SELECT fact, place_id, other_place_id, relation, day
  FROM place_link
 WHERE (place_id BETWEEN $2 AND $3 OR other_place_id BETWEEN $2 AND $3)
   AND recorded_in <= $1 AND (superseded_in IS NULL OR superseded_in > $1)
 ORDER BY fact;
