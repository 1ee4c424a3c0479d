-- SPDX-License-Identifier: Apache-2.0
INSERT INTO inspection
  (inspection_id, boundary_line_id, recorded_in, local_id, kind, reason)
VALUES ($1, $2, $3, $4, $5, $6);
