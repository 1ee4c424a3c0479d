-- SPDX-License-Identifier: Apache-2.0
-- What the naming checks weigh of place $2 as recorded up to revision $1: its type, its class in the scheme $3, three
-- attributes, the readings that somebody confirmed (with the name that is read so in place of a day), and the divisions
-- that it lies in.
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
SELECT 'reading', d.reading, 0, n.name, ''
  FROM name_record d
  JOIN geographical_name n ON n.fact = d.geographical_name_id
 WHERE n.place_id = $2 AND d.reading <> '' AND d.reading_certainty = 'confirmed'
   AND d.recorded_in <= $1 AND (d.superseded_in IS NULL OR d.superseded_in > $1)
   AND n.recorded_in <= $1 AND (n.superseded_in IS NULL OR n.superseded_in > $1)
UNION ALL
SELECT relation, '', division_id, valid_from, valid_until
  FROM place_division
 WHERE place_id = $2 AND recorded_in <= $1 AND (superseded_in IS NULL OR superseded_in > $1);
