-- SPDX-License-Identifier: Apache-2.0
INSERT INTO dispute_party (fact, dispute_id, division_id, recorded_in, joined)
VALUES ($1, $2, $3, $4, $5);
