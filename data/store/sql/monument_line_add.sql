-- SPDX-License-Identifier: Apache-2.0
INSERT INTO monument_line
  (fact, monument_id, boundary_line_id, recorded_in)
VALUES ($1, $2, $3, $4);
