-- SPDX-License-Identifier: Apache-2.0
INSERT INTO place_link (fact, place_id, other_place_id, recorded_in, relation, day)
VALUES ($1, $2, $3, $4, $5, $6);
