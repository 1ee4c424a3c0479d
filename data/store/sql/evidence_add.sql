-- SPDX-License-Identifier: Apache-2.0
INSERT INTO evidence
  (fact, evidence_id, dispute_id, party_id, document_id, recorded_in, item, kind, confirmed,
   original, sealed, both_sides, shows_administration, map_scale, crs, rmse_m, proves,
   objection, finding)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19);
