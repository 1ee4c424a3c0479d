-- SPDX-License-Identifier: Apache-2.0
INSERT INTO depot
  (fact, depot_id, document_id, recorded_in, valid_from, valid_until, local_id, name, level, covers_people,
   source, position)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12);
