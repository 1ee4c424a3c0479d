-- SPDX-License-Identifier: Apache-2.0
INSERT INTO sighting
  (fact, dispute_id, by_id, document_id, recorded_in, kind, name, seen, not_yet_there, source,
   position)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11);
