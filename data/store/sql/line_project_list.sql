-- SPDX-License-Identifier: Apache-2.0
-- Facts of line_project as recorded up to revision $1.
SELECT line_project_id, title, builder, begins_on, note, path
  FROM line_project
 WHERE recorded_in <= $1 AND (superseded_in IS NULL OR superseded_in > $1)
 ORDER BY line_project_id;
