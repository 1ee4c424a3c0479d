-- SPDX-License-Identifier: Apache-2.0
-- Facilities as recorded up to revision $1 that held on some day from $2 to $3.
SELECT facility_id, local_id, kind, name, capacity, used, source, valid_from, valid_until, position
  FROM facility
 WHERE recorded_in <= $1 AND (superseded_in IS NULL OR superseded_in > $1)
   AND valid_from <= $3 AND valid_until > $2
 ORDER BY facility_id, fact;
