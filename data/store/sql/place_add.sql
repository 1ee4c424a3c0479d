-- SPDX-License-Identifier: Apache-2.0
INSERT INTO place
  (fact, place_id, recorded_in, valid_from, valid_until, local_id, type, document_id, position)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9);
