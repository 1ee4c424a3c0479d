-- SPDX-License-Identifier: Apache-2.0
-- Places as recorded up to revision $1 that held on some day from $2 to $3.
SELECT place_id, local_id, type, valid_from, valid_until, position
  FROM place
 WHERE recorded_in <= $1 AND (superseded_in IS NULL OR superseded_in > $1)
   AND valid_from <= $3 AND valid_until > $2
 ORDER BY place_id, fact;
