-- SPDX-License-Identifier: Apache-2.0
INSERT INTO place_code (fact, place_id, recorded_in, valid_from, valid_until, system, code)
VALUES ($1, $2, $3, $4, $5, $6, $7);
