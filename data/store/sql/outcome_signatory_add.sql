-- SPDX-License-Identifier: Apache-2.0
INSERT INTO outcome_signatory (fact, outcome_id, party_id, recorded_in, name, capacity, signed)
VALUES ($1, $2, $3, $4, $5, $6, $7);
