-- SPDX-License-Identifier: Apache-2.0
-- Names recorded up to revision $1 that no longer hold as they were: they, or their places, were superseded later.
SELECT n.fact
  FROM geographical_name n
 WHERE n.recorded_in <= $1 AND n.superseded_in > $1
UNION
SELECT n.fact
  FROM geographical_name n
  JOIN place p ON p.place_id = n.place_id
 WHERE n.recorded_in <= $1 AND p.recorded_in <= $1 AND p.superseded_in > $1;
