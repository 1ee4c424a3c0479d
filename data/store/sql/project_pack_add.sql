-- SPDX-License-Identifier: Apache-2.0
INSERT INTO project_pack (project_pack_id, recorded_in, pack, file, content)
VALUES ($1, $2, $3, $4, $5);
