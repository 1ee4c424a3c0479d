-- SPDX-License-Identifier: Apache-2.0
INSERT INTO delimitation
  (delimitation_id, stretch_id, left_id, right_id, claim_id, document_id, recorded_in, valid_from,
   valid_until)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9);
