-- SPDX-License-Identifier: Apache-2.0
INSERT INTO name_record
  (fact, geographical_name_id, place_id, name_id, document_id, recorded_in, script, status, specific, generic,
   reading, reading_certainty, origin, meaning, source, validity)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16);
