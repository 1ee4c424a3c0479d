-- SPDX-License-Identifier: Apache-2.0
-- Villages that change sides by outcome $2, as recorded up to revision $1.
SELECT fact, from_id, to_id, name, position
  FROM outcome_village
 WHERE outcome_id = $2 AND recorded_in <= $1 AND (superseded_in IS NULL OR superseded_in > $1)
 ORDER BY fact;
