-- SPDX-License-Identifier: Apache-2.0
INSERT INTO name_replacement
  (fact, place_id, name_id, former_place_id, former_name_id, document_id, recorded_in, day, reason)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9);
