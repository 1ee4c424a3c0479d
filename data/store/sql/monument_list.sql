-- SPDX-License-Identifier: Apache-2.0
-- Facts of monument as recorded up to revision $1 that held on some day from $2 to $3.
SELECT fact, monument_id, side_id, agreement_id, valid_from, valid_until, number, kind, height_m, accuracy_m,
       surveyed_on, method, material, location, keeper, position
  FROM monument
 WHERE recorded_in <= $1 AND (superseded_in IS NULL OR superseded_in > $1)
   AND valid_from <= $3 AND valid_until > $2
 ORDER BY monument_id, fact;
