-- SPDX-License-Identifier: Apache-2.0
-- Figures as recorded up to revision $1: of indicator $2, of all where that is empty.
SELECT fact, division_id, valid_from, indicator, value, source
  FROM indicator_value
 WHERE recorded_in <= $1 AND (superseded_in IS NULL OR superseded_in > $1)
   AND (CAST($2 AS TEXT) = '' OR indicator = $2)
 ORDER BY fact;
