-- SPDX-License-Identifier: Apache-2.0
-- Facts of monument_line as recorded up to revision $1.
SELECT fact, monument_id, boundary_line_id
  FROM monument_line
 WHERE recorded_in <= $1 AND (superseded_in IS NULL OR superseded_in > $1)
 ORDER BY monument_id, boundary_line_id;
