-- SPDX-License-Identifier: Apache-2.0
-- What cases went through, as recorded up to revision $1.
SELECT burial_case_id, document_id, state, day, body, receiver, outcome, due, corrections, note, recorded_in
  FROM burial_act
 WHERE recorded_in <= $1 AND (superseded_in IS NULL OR superseded_in > $1)
 ORDER BY burial_case_id, fact;
