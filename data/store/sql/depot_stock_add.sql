-- SPDX-License-Identifier: Apache-2.0
INSERT INTO depot_stock
  (fact, depot_id, document_id, recorded_in, valid_from, valid_until, item, unit, quantity, expires_on,
   source)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11);
