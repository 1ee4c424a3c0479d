-- SPDX-License-Identifier: Apache-2.0
-- Places that have a name $2, whenever it held, as recorded up to revision $1.
SELECT DISTINCT place_id
  FROM geographical_name
 WHERE name = $2 AND recorded_in <= $1 AND (superseded_in IS NULL OR superseded_in > $1)
 ORDER BY place_id;
