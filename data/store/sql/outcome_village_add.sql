-- SPDX-License-Identifier: Apache-2.0
INSERT INTO outcome_village (fact, outcome_id, from_id, to_id, recorded_in, name, position)
VALUES ($1, $2, $3, $4, $5, $6, $7);
