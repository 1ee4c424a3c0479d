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
 WHERE before.superseded_in = $1;
