-- SPDX-License-Identifier: Apache-2.0
-- Facts of inspection_step as recorded up to revision $1.
SELECT fact, inspection_id, lead_id, state, day, due_on, left_by, right_by, filing, note
  FROM inspection_step
 WHERE recorded_in <= $1 AND (superseded_in IS NULL OR superseded_in > $1)
 ORDER BY inspection_id, fact;
