-- SPDX-License-Identifier: Apache-2.0
-- Shelters as recorded up to revision $1 that held on some day from $2 to $3.
SELECT fact, shelter_id, valid_from, valid_until, local_id, name, level, space, duration, effective_area_m2, area_per_head_m2,
       hazards, in_use, exits, equipment, source, position, document_id
  FROM shelter
 WHERE recorded_in <= $1 AND (superseded_in IS NULL OR superseded_in > $1)
   AND valid_from <= $3 AND valid_until > $2
 ORDER BY shelter_id, fact;
