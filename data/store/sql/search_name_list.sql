-- SPDX-License-Identifier: Apache-2.0
-- Names of places as recorded up to revision $1, each with its reading where one is on record that a person gave.
SELECT n.fact, n.place_id, p.local_id, p.type, n.name, n.language, n.status, n.valid_from, n.valid_until, p.position,
       CASE WHEN d.reading_certainty <> 'derived' THEN d.reading ELSE '' END AS reading
  FROM geographical_name n
  JOIN place p ON p.place_id = n.place_id
  LEFT JOIN name_record d
         ON d.geographical_name_id = n.fact
        AND d.recorded_in <= $1 AND (d.superseded_in IS NULL OR d.superseded_in > $1)
 WHERE n.recorded_in <= $1 AND (n.superseded_in IS NULL OR n.superseded_in > $1)
   AND p.recorded_in <= $1 AND (p.superseded_in IS NULL OR p.superseded_in > $1)
 ORDER BY n.fact;
