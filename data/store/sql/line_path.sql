-- SPDX-License-Identifier: Apache-2.0
-- Parts of boundary line $4 with their paths, as recorded up to revision $1, that held on some day from $2 to $3.
SELECT p.forward, s.edges, s.path
  FROM boundary_line_part p
  JOIN stretch s ON s.stretch_id = p.stretch_id
 WHERE p.boundary_line_id = $4
   AND p.recorded_in <= $1 AND (p.superseded_in IS NULL OR p.superseded_in > $1)
   AND p.valid_from <= $3 AND p.valid_until > $2
 ORDER BY p.ordinal, p.fact;
