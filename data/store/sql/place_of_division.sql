-- SPDX-License-Identifier: Apache-2.0
-- Places that have to do with division $2 as recorded up to revision $1.
SELECT DISTINCT place_id
  FROM place_division
 WHERE division_id = $2 AND recorded_in <= $1 AND (superseded_in IS NULL OR superseded_in > $1)
 ORDER BY place_id;
