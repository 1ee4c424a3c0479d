-- SPDX-License-Identifier: Apache-2.0
-- Hazard zones as recorded up to revision $1 that held on some day from $2 to $3.
SELECT hazard_zone_id, local_id, kind, severity, name, source, valid_from, valid_until, shape
  FROM hazard_zone
 WHERE recorded_in <= $1 AND (superseded_in IS NULL OR superseded_in > $1)
   AND valid_from <= $3 AND valid_until > $2
 ORDER BY hazard_zone_id, fact;
