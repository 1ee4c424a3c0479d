-- SPDX-License-Identifier: Apache-2.0
-- Names of place $3 as recorded up to revision $1, themselves, the place and the record of its divisions unchanged since
-- revision $2.
SELECT n.fact, n.place_id, p.local_id, p.type, n.name, n.language, n.status, n.valid_from, n.valid_until, p.position
  FROM geographical_name n
  JOIN place p ON p.place_id = n.place_id
 WHERE n.place_id = $3
   AND n.recorded_in <= $2 AND (n.superseded_in IS NULL OR n.superseded_in > $1)
   AND p.recorded_in <= $2 AND (p.superseded_in IS NULL OR p.superseded_in > $1)
   AND NOT EXISTS (SELECT 1
                     FROM place_division d
                    WHERE d.place_id = n.place_id AND (d.recorded_in > $2 OR d.superseded_in > $2))
 ORDER BY n.fact;
