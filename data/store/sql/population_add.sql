-- SPDX-License-Identifier: Apache-2.0
INSERT INTO population
  (fact, place_id, document_id, recorded_in, counted, people)
VALUES ($1, $2, $3, $4, $5, $6);
