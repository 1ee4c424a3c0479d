-- SPDX-License-Identifier: Apache-2.0
INSERT INTO boundary_line_version (fact, boundary_line_id, recorded_in, valid_from, valid_until, name)
VALUES ($1, $2, $3, $4, $5, $6);
