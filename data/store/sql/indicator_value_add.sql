-- SPDX-License-Identifier: Apache-2.0
INSERT INTO indicator_value
  (fact, division_id, document_id, recorded_in, valid_from, valid_until, indicator, value, source)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9);
