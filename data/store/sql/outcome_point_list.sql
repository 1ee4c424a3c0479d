-- SPDX-License-Identifier: Apache-2.0
-- Turning points of outcome $2, as recorded up to revision $1.
SELECT fact, ordinal, number, monument, position
  FROM outcome_point
 WHERE outcome_id = $2 AND recorded_in <= $1 AND (superseded_in IS NULL OR superseded_in > $1)
 ORDER BY ordinal;
