-- SPDX-License-Identifier: Apache-2.0
-- Steps of case $2 as recorded up to revision $1.
SELECT fact, state, day, document_id, note
  FROM case_step
 WHERE dispute_id = $2 AND recorded_in <= $1 AND (superseded_in IS NULL OR superseded_in > $1)
 ORDER BY fact;
