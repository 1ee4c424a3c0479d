-- SPDX-License-Identifier: Apache-2.0
-- Which versions of facilities are on record up to revision $1.
SELECT fact, facility_id, local_id, valid_from, valid_until
  FROM facility
 WHERE recorded_in <= $1 AND (superseded_in IS NULL OR superseded_in > $1)
 ORDER BY facility_id, fact;
