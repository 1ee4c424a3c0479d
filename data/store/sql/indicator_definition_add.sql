-- SPDX-License-Identifier: Apache-2.0
INSERT INTO indicator_definition
  (fact, document_id, recorded_in, code, name_en, name_zh, unit_en, unit_zh, sum_rule, parent, numerator, denominator,
   scale, over_en, over_zh, is_whole, source)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17);
