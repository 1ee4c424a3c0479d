-- SPDX-License-Identifier: Apache-2.0
INSERT INTO peace_entry
  (fact, boundary_line_id, recorded_in, activity, day, left_by, right_by, incidents, next_on, filing, note)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11);
