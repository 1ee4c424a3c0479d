-- SPDX-License-Identifier: Apache-2.0
-- The title of the project.
SELECT title FROM project WHERE superseded_in IS NULL ORDER BY project_id;
