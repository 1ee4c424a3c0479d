-- SPDX-License-Identifier: Apache-2.0
-- Names of place $3 as recorded up to revision $1, themselves and what is known of them, the place, its classes and the
-- record of its divisions unchanged since revision $2.
SELECT n.fact, n.place_id, p.local_id, p.type, n.name, n.language, n.status, n.valid_from, n.valid_until, p.position,
       CASE WHEN d.reading_certainty <> 'derived' THEN d.reading ELSE '' END AS reading
  FROM geographical_name n
  JOIN place p ON p.place_id = n.place_id
  LEFT JOIN name_record d
         ON d.geographical_name_id = n.fact
        AND d.recorded_in <= $1 AND (d.superseded_in IS NULL OR d.superseded_in > $1)
 WHERE n.place_id = $3
   AND n.recorded_in <= $2 AND (n.superseded_in IS NULL OR n.superseded_in > $1)
   AND p.recorded_in <= $2 AND (p.superseded_in IS NULL OR p.superseded_in > $1)
   AND NOT EXISTS (SELECT 1
                     FROM place_division d
                    WHERE d.place_id = n.place_id AND (d.recorded_in > $2 OR d.superseded_in > $2))
   AND NOT EXISTS (SELECT 1
                     FROM place_class c
                    WHERE c.place_id = n.place_id AND (c.recorded_in > $2 OR c.superseded_in > $2))
   AND NOT EXISTS (SELECT 1
                     FROM name_record r
                    WHERE r.geographical_name_id = n.fact AND (r.recorded_in > $2 OR r.superseded_in > $2))
 ORDER BY n.fact;
