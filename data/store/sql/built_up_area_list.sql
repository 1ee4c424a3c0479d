-- SPDX-License-Identifier: Apache-2.0
-- Built-up areas as recorded up to revision $1: places that are one by their type.
SELECT place_id
  FROM place
 WHERE type = 'built_up_area'
   AND recorded_in <= $1 AND (superseded_in IS NULL OR superseded_in > $1)
 ORDER BY place_id;
