-- SPDX-License-Identifier: Apache-2.0
-- Divisions that the record has for places $3 to $4 on day $2, as recorded up to revision $1.
SELECT place_id, division_id
  FROM place_division
 WHERE place_id BETWEEN $3 AND $4
   AND recorded_in <= $1 AND (superseded_in IS NULL OR superseded_in > $1)
   AND valid_from <= $2 AND valid_until > $2
 ORDER BY place_id, fact;
