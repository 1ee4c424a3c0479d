-- SPDX-License-Identifier: Apache-2.0
-- Facts of witness as recorded up to revision $1.
SELECT fact, monument_id, ordinal, object, part, azimuth_deg, distance_m
  FROM witness
 WHERE recorded_in <= $1 AND (superseded_in IS NULL OR superseded_in > $1)
 ORDER BY monument_id, ordinal;
