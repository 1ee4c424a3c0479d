-- SPDX-License-Identifier: Apache-2.0
INSERT INTO line_project
  (line_project_id, recorded_in, title, builder, begins_on, note, path)
VALUES ($1, $2, $3, $4, $5, $6, $7);
