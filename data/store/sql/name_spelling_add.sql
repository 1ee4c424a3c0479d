-- SPDX-License-Identifier: Apache-2.0
INSERT INTO name_spelling
  (fact, place_id, name_id, recorded_in, spelling, script, scheme, source_language, certainty, source)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10);
