-- SPDX-License-Identifier: Apache-2.0
INSERT INTO monument
  (fact, monument_id, side_id, agreement_id, recorded_in, valid_from, valid_until, number, kind, height_m,
   accuracy_m, surveyed_on, method, material, location, keeper, position)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17);
