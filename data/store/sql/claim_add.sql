-- SPDX-License-Identifier: Apache-2.0
INSERT INTO claim (claim_id, dispute_id, claimant_id, recorded_in, valid_from, valid_until, title)
VALUES ($1, $2, $3, $4, $5, $6, $7);
