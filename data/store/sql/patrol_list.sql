-- SPDX-License-Identifier: Apache-2.0
-- Facts of patrol as recorded up to revision $1.
SELECT fact, boundary_line_id, from_monument_id, to_monument_id, day, patroller, occasion, corridor_m, note
  FROM patrol
 WHERE recorded_in <= $1 AND (superseded_in IS NULL OR superseded_in > $1)
 ORDER BY boundary_line_id, day, fact;
