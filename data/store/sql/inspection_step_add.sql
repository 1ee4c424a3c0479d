-- SPDX-License-Identifier: Apache-2.0
INSERT INTO inspection_step
  (fact, inspection_id, lead_id, recorded_in, state, day, due_on, left_by, right_by, filing, note)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11);
