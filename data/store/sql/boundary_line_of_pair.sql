-- SPDX-License-Identifier: Apache-2.0
-- Ids of the boundary lines between divisions $1 and $2, in whatever order, at level $3.
SELECT DISTINCT boundary_line_id FROM boundary_line
 WHERE ((left_id = $1 AND right_id = $2) OR (left_id = $2 AND right_id = $1)) AND level = $3;
