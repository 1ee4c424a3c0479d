-- SPDX-License-Identifier: Apache-2.0
INSERT INTO boundary_line_part
  (fact, boundary_line_id, ordinal, stretch_id, forward, recorded_in, valid_from, valid_until)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8);
