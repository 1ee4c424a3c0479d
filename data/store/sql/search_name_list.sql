-- SPDX-License-Identifier: Apache-2.0
-- Names of places as recorded up to revision $1.
SELECT n.fact, n.place_id, p.local_id, p.type, n.name, n.language, n.status, n.valid_from, n.valid_until, p.position
  FROM geographical_name n
  JOIN place p ON p.place_id = n.place_id
 WHERE n.recorded_in <= $1 AND (n.superseded_in IS NULL OR n.superseded_in > $1)
   AND p.recorded_in <= $1 AND (p.superseded_in IS NULL OR p.superseded_in > $1)
 ORDER BY n.fact;
