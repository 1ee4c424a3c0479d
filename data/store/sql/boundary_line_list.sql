-- SPDX-License-Identifier: Apache-2.0
-- Boundary lines as recorded up to revision $1 that held on some day from $2 to $3.
SELECT fact, boundary_line_id, left_id, right_id, level, name, valid_from, valid_until
  FROM boundary_line
 WHERE recorded_in <= $1 AND (superseded_in IS NULL OR superseded_in > $1)
   AND valid_from <= $3 AND valid_until > $2
 ORDER BY boundary_line_id, fact;
