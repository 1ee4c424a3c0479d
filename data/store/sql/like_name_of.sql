-- SPDX-License-Identifier: Apache-2.0
-- What the naming checks weigh of place $2 as recorded up to revision $1: its type, its class in the scheme $3, three
-- attributes, and the divisions that it lies in.
SELECT 'type' AS what, type AS value, 0 AS division_id, '' AS valid_from, '' AS valid_until
  FROM place
 WHERE place_id = $2 AND recorded_in <= $1 AND (superseded_in IS NULL OR superseded_in > $1)
UNION ALL
SELECT 'class', class, 0, '', ''
  FROM place_class
 WHERE place_id = $2 AND scheme = $3 AND recorded_in <= $1 AND (superseded_in IS NULL OR superseded_in > $1)
UNION ALL
SELECT attribute, value, 0, '', ''
  FROM place_attribute
 WHERE place_id = $2 AND attribute IN ('built_up_area', 'famous', 'heritage')
   AND recorded_in <= $1 AND (superseded_in IS NULL OR superseded_in > $1)
UNION ALL
SELECT relation, '', division_id, valid_from, valid_until
  FROM place_division
 WHERE place_id = $2 AND recorded_in <= $1 AND (superseded_in IS NULL OR superseded_in > $1);
