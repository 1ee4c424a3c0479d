-- SPDX-License-Identifier: Apache-2.0
INSERT INTO claim_rest (fact, claim_id, recorded_in, valid_from, valid_until)
VALUES ($1, $2, $3, $4, $5);
