-- SPDX-License-Identifier: Apache-2.0
INSERT INTO place_shape
  (fact, place_id, document_id, recorded_in, valid_from, valid_until, role, method, accuracy_m, position, path,
   area)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12);
