-- SPDX-License-Identifier: Apache-2.0
-- Counts at all places as recorded up to revision $1.
SELECT fact, place_id, counted, people
  FROM population
 WHERE recorded_in <= $1 AND (superseded_in IS NULL OR superseded_in > $1)
 ORDER BY place_id, counted, fact;
