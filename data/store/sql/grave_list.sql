-- SPDX-License-Identifier: Apache-2.0
-- Facts of grave as recorded up to revision $1 that held on some day from $2 to $3.
SELECT fact, grave_id, place_id, facility_id, document_id, valid_from, valid_until, local_id, accuracy_m,
       method, area_m2, annex_m2, hardened, remains, form, clan, stone_height_m, built_from, built_until,
       rebuilt, first_seen, land_class, note, source, position, footprint
  FROM grave
 WHERE recorded_in <= $1 AND (superseded_in IS NULL OR superseded_in > $1)
   AND valid_from <= $3 AND valid_until > $2
 ORDER BY grave_id, fact;
