-- SPDX-License-Identifier: Apache-2.0
-- Readings of names that are on record up to revision $1 and were not derived.
SELECT n.place_id, n.name, d.reading
  FROM name_record d
  JOIN geographical_name n ON n.fact = d.geographical_name_id
 WHERE d.reading <> '' AND d.reading_certainty <> 'derived'
   AND d.recorded_in <= $1 AND (d.superseded_in IS NULL OR d.superseded_in > $1)
   AND n.recorded_in <= $1 AND (n.superseded_in IS NULL OR n.superseded_in > $1)
 ORDER BY d.fact;
