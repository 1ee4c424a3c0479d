-- SPDX-License-Identifier: Apache-2.0
INSERT INTO ground_use
  (fact, holder_id, user_id, recorded_in, valid_from, valid_until, title, document_id, shape)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9);
