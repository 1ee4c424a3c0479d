-- SPDX-License-Identifier: Apache-2.0
-- Facts of application_size of applications $2 to $3 as recorded up to revision $1.
SELECT fact, application_id, area_m2, length_m, floor_area_m2, storeys
  FROM application_size
 WHERE application_id BETWEEN $2 AND $3
   AND recorded_in <= $1 AND (superseded_in IS NULL OR superseded_in > $1)
 ORDER BY application_id, fact;
