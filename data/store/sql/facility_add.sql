-- SPDX-License-Identifier: Apache-2.0
INSERT INTO facility
  (fact, facility_id, recorded_in, valid_from, valid_until, local_id, kind, name, capacity, used, source,
   document_id, position)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13);
