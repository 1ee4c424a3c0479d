-- SPDX-License-Identifier: Apache-2.0
INSERT INTO outcome_point (fact, outcome_id, ordinal, recorded_in, number, monument, position)
VALUES ($1, $2, $3, $4, $5, $6, $7);
