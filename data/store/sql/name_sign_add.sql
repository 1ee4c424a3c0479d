-- SPDX-License-Identifier: Apache-2.0
INSERT INTO name_sign
  (fact, sign_id, place_id, name_id, recorded_in, number, kind, text, spelling, size, material, colour,
   bearing_deg, installed, installer, owner, photo, removed, position)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19);
