-- SPDX-License-Identifier: Apache-2.0
-- Names of places as recorded up to revision $1 that are new since revision $2, or what is known of them is, or their
-- places, or the divisions or classes of these.
SELECT n.fact, n.place_id, p.local_id, p.type, n.name, n.language, n.status, n.valid_from, n.valid_until, p.position,
       CASE WHEN d.reading_certainty <> 'derived' THEN d.reading ELSE '' END AS reading
  FROM geographical_name n
  JOIN place p ON p.place_id = n.place_id
  LEFT JOIN name_record d
         ON d.geographical_name_id = n.fact
        AND d.recorded_in <= $1 AND (d.superseded_in IS NULL OR d.superseded_in > $1)
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
          WHERE d.superseded_in > $2
         UNION
         SELECT w.fact
           FROM place_class c
           JOIN geographical_name w ON w.place_id = c.place_id
          WHERE c.recorded_in > $2
         UNION
         SELECT w.fact
           FROM place_class c
           JOIN geographical_name w ON w.place_id = c.place_id
          WHERE c.superseded_in > $2
         UNION
         SELECT geographical_name_id
           FROM name_record
          WHERE recorded_in > $2
         UNION
         SELECT geographical_name_id
           FROM name_record
          WHERE superseded_in > $2)
   AND n.recorded_in <= $1 AND (n.superseded_in IS NULL OR n.superseded_in > $1)
   AND p.recorded_in <= $1 AND (p.superseded_in IS NULL OR p.superseded_in > $1)
 ORDER BY n.fact;
