-- SPDX-License-Identifier: Apache-2.0
-- Parts of boundary line $1 as recorded up to revision $2.
SELECT fact, boundary_line_id, ordinal, stretch_id, forward, valid_from, valid_until
  FROM boundary_line_part
 WHERE boundary_line_id = $1 AND recorded_in <= $2 AND (superseded_in IS NULL OR superseded_in > $2)
 ORDER BY ordinal, fact;
