-- SPDX-License-Identifier: Apache-2.0
-- Names of places as recorded up to revision $1 that are new since revision $2, or whose places are, or the divisions of
-- these.
SELECT n.fact, n.place_id, p.local_id, p.type, n.name, n.language, n.status, n.valid_from, n.valid_until, p.position
  FROM geographical_name n
  JOIN place p ON p.place_id = n.place_id
 WHERE n.fact IN (
         SELECT fact
           FROM geographical_name
          WHERE recorded_in > $2
         UNION
         SELECT w.fact
           FROM place v
           JOIN geographical_name w ON w.place_id = v.place_id
          WHERE v.recorded_in > $2
         UNION
         SELECT w.fact
           FROM place_division d
           JOIN geographical_name w ON w.place_id = d.place_id
          WHERE d.recorded_in > $2
         UNION
         SELECT w.fact
           FROM place_division d
           JOIN geographical_name w ON w.place_id = d.place_id
          WHERE d.superseded_in > $2)
   AND n.recorded_in <= $1 AND (n.superseded_in IS NULL OR n.superseded_in > $1)
   AND p.recorded_in <= $1 AND (p.superseded_in IS NULL OR p.superseded_in > $1)
 ORDER BY n.fact;
