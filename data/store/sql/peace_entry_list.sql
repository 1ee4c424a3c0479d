-- SPDX-License-Identifier: Apache-2.0
-- Facts of peace_entry as recorded up to revision $1.
SELECT fact, boundary_line_id, activity, day, left_by, right_by, incidents, next_on, filing, note
  FROM peace_entry
 WHERE recorded_in <= $1 AND (superseded_in IS NULL OR superseded_in > $1)
 ORDER BY boundary_line_id, day, fact;
