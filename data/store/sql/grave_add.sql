-- SPDX-License-Identifier: Apache-2.0
INSERT INTO grave
  (fact, grave_id, place_id, facility_id, document_id, recorded_in, valid_from, valid_until, local_id,
   accuracy_m, method, area_m2, annex_m2, hardened, remains, form, clan, stone_height_m, built_from,
   built_until, rebuilt, first_seen, land_class, note, source, position, footprint)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22,
        $23, $24, $25, $26, $27);
