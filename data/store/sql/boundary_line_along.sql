-- SPDX-License-Identifier: Apache-2.0
-- Ids of the boundary lines that have stretch $1 among their parts, as recorded up to revision $2.
SELECT DISTINCT boundary_line_id FROM boundary_line_part
 WHERE stretch_id = $1 AND recorded_in <= $2 AND (superseded_in IS NULL OR superseded_in > $2);
