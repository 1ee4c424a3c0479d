-- SPDX-License-Identifier: Apache-2.0
-- Places with code $3 of system $2 as recorded up to revision $1.
SELECT DISTINCT place_id
  FROM place_code
 WHERE code = $3 AND system = $2 AND recorded_in <= $1 AND (superseded_in IS NULL OR superseded_in > $1)
 ORDER BY place_id;
