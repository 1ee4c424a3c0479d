-- SPDX-License-Identifier: Apache-2.0
-- Versions of boundary line $1 as recorded up to revision $2.
SELECT fact, boundary_line_id, left_id, right_id, level, name, valid_from, valid_until
  FROM boundary_line
 WHERE boundary_line_id = $1 AND recorded_in <= $2 AND (superseded_in IS NULL OR superseded_in > $2)
 ORDER BY fact;
