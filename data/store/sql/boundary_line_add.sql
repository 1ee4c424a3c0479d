-- SPDX-License-Identifier: Apache-2.0
INSERT INTO boundary_line (boundary_line_id, left_id, right_id, level, recorded_in)
VALUES ($1, $2, $3, $4, $5);
