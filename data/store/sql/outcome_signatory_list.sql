-- SPDX-License-Identifier: Apache-2.0
-- Who signed outcome $2, as recorded up to revision $1.
SELECT fact, party_id, name, capacity, signed
  FROM outcome_signatory
 WHERE outcome_id = $2 AND recorded_in <= $1 AND (superseded_in IS NULL OR superseded_in > $1)
 ORDER BY fact;
