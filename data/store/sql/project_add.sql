-- SPDX-License-Identifier: Apache-2.0
INSERT INTO project (project_id, recorded_in, title)
VALUES ($1, $2, $3);
