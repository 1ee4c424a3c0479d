-- SPDX-License-Identifier: Apache-2.0
-- What act $1 superseded, and the row with which act $2, which undid it, gave the same again.
SELECT 'place' AS of_table, before.fact, again.fact, again.superseded_in
  FROM place before
  JOIN place again ON again.place_id = before.place_id AND again.recorded_in = $2
 WHERE before.superseded_in = $1
UNION ALL
SELECT 'name_record' AS of_table, before.fact, again.fact, again.superseded_in
  FROM name_record before
  JOIN name_record again ON again.geographical_name_id = before.geographical_name_id AND again.recorded_in = $2
 WHERE before.superseded_in = $1
UNION ALL
SELECT 'place_record' AS of_table, before.fact, again.fact, again.superseded_in
  FROM place_record before
  JOIN place_record again ON again.place_id = before.place_id AND again.recorded_in = $2
 WHERE before.superseded_in = $1
UNION ALL
SELECT 'place_class' AS of_table, before.fact, again.fact, again.superseded_in
  FROM place_class before
  JOIN place_class again ON again.place_id = before.place_id AND again.recorded_in = $2 AND again.scheme = before.scheme
 WHERE before.superseded_in = $1
UNION ALL
SELECT 'place_attribute' AS of_table, before.fact, again.fact, again.superseded_in
  FROM place_attribute before
  JOIN place_attribute again ON again.place_id = before.place_id AND again.recorded_in = $2 AND again.attribute = before.attribute
 WHERE before.superseded_in = $1
UNION ALL
SELECT 'place_code' AS of_table, before.fact, again.fact, again.superseded_in
  FROM place_code before
  JOIN place_code again ON again.place_id = before.place_id AND again.recorded_in = $2 AND again.system = before.system AND again.code = before.code
 WHERE before.superseded_in = $1
UNION ALL
SELECT 'place_division' AS of_table, before.fact, again.fact, again.superseded_in
  FROM place_division before
  JOIN place_division again ON again.place_id = before.place_id AND again.recorded_in = $2 AND again.division_id = before.division_id
 WHERE before.superseded_in = $1
UNION ALL
SELECT 'place_shape' AS of_table, before.fact, again.fact, again.superseded_in
  FROM place_shape before
  JOIN place_shape again ON again.place_id = before.place_id AND again.recorded_in = $2 AND again.role = before.role
 WHERE before.superseded_in = $1;
