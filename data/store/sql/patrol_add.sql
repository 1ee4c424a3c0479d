-- SPDX-License-Identifier: Apache-2.0
INSERT INTO patrol
  (fact, boundary_line_id, from_monument_id, to_monument_id, recorded_in, day, patroller, occasion, corridor_m,
   note)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10);
