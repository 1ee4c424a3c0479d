-- SPDX-License-Identifier: Apache-2.0
INSERT INTO facility_price
  (fact, facility_id, document_id, recorded_in, valid_from, valid_until, item, basis, price, currency, unit)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11);
