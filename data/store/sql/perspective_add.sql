-- SPDX-License-Identifier: Apache-2.0
INSERT INTO perspective
  (fact, claim_id, recorded_in, valid_from, valid_until, viewer, stance, drawn_as)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8);
