-- SPDX-License-Identifier: Apache-2.0
-- Boundary lines as recorded up to revision $1 that held on some day from $2 to $3.
SELECT v.fact, l.boundary_line_id, l.left_id, l.right_id, l.level, v.name, v.valid_from, v.valid_until
  FROM boundary_line_version v
  JOIN boundary_line l ON l.boundary_line_id = v.boundary_line_id
 WHERE v.recorded_in <= $1 AND (v.superseded_in IS NULL OR v.superseded_in > $1)
   AND v.valid_from <= $3 AND v.valid_until > $2
 ORDER BY l.boundary_line_id, v.fact;
