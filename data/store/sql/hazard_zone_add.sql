-- SPDX-License-Identifier: Apache-2.0
INSERT INTO hazard_zone
  (fact, hazard_zone_id, recorded_in, valid_from, valid_until, local_id, kind, severity, name, source,
   document_id, shape)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12);
