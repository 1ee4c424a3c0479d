-- SPDX-License-Identifier: Apache-2.0
-- When each place last changed on record up to revision $1, itself or one of its names; and, as place 0, when that
-- revision was made.
SELECT 0 AS place_id, recorded_at FROM revision WHERE revision = $1
UNION ALL
SELECT t.place_id, r.recorded_at
  FROM (SELECT place_id, MAX(recorded_in) AS last
          FROM (SELECT place_id, recorded_in FROM place WHERE recorded_in <= $1
                UNION ALL
                SELECT place_id, recorded_in FROM geographical_name WHERE recorded_in <= $1) AS each
         GROUP BY place_id) AS t
  JOIN revision r ON r.revision = t.last
 ORDER BY 1;
