-- SPDX-License-Identifier: Apache-2.0
INSERT INTO place_division (fact, place_id, division_id, recorded_in, valid_from, valid_until, relation)
VALUES ($1, $2, $3, $4, $5, $6, $7);
