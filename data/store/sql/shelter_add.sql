-- SPDX-License-Identifier: Apache-2.0
INSERT INTO shelter
  (fact, shelter_id, document_id, recorded_in, valid_from, valid_until, local_id, name, level, space,
   duration, effective_area_m2, area_per_head_m2, hazards, in_use, exits, equipment, source, position)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19);
