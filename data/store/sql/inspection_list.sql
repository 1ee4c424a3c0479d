-- SPDX-License-Identifier: Apache-2.0
-- Facts of inspection as recorded up to revision $1.
SELECT inspection_id, boundary_line_id, local_id, kind, reason
  FROM inspection
 WHERE recorded_in <= $1 AND (superseded_in IS NULL OR superseded_in > $1)
 ORDER BY inspection_id;
