-- SPDX-License-Identifier: Apache-2.0
INSERT INTO boundary_line
  (fact, boundary_line_id, left_id, right_id, level, recorded_in, valid_from, valid_until, name)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9);
