-- SPDX-License-Identifier: Apache-2.0
-- Names recorded up to revision $1 that no longer hold as they were: they, or their places, were superseded later, or
-- what is on record of the names, or of the divisions or classes of their places, changed.
SELECT n.fact
  FROM geographical_name n
 WHERE n.recorded_in <= $1 AND n.superseded_in > $1
UNION
SELECT n.fact
  FROM geographical_name n
  JOIN place p ON p.place_id = n.place_id
 WHERE n.recorded_in <= $1 AND p.recorded_in <= $1 AND p.superseded_in > $1
UNION
SELECT n.fact
  FROM place_division d
  JOIN geographical_name n ON n.place_id = d.place_id
 WHERE d.recorded_in > $1 AND n.recorded_in <= $1
UNION
SELECT n.fact
  FROM place_division d
  JOIN geographical_name n ON n.place_id = d.place_id
 WHERE d.superseded_in > $1 AND n.recorded_in <= $1
UNION
SELECT n.fact
  FROM place_class c
  JOIN geographical_name n ON n.place_id = c.place_id
 WHERE c.recorded_in > $1 AND n.recorded_in <= $1
UNION
SELECT n.fact
  FROM place_class c
  JOIN geographical_name n ON n.place_id = c.place_id
 WHERE c.superseded_in > $1 AND n.recorded_in <= $1
UNION
SELECT n.fact
  FROM name_record r
  JOIN geographical_name n ON n.fact = r.geographical_name_id
 WHERE r.recorded_in > $1 AND n.recorded_in <= $1
UNION
SELECT n.fact
  FROM name_record r
  JOIN geographical_name n ON n.fact = r.geographical_name_id
 WHERE r.superseded_in > $1 AND n.recorded_in <= $1;
