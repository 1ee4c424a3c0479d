-- SPDX-License-Identifier: Apache-2.0
-- Facts of segment_check as recorded up to revision $1.
SELECT fact, inspection_id, segment_id, day, state, issue, note
  FROM segment_check
 WHERE recorded_in <= $1 AND (superseded_in IS NULL OR superseded_in > $1)
 ORDER BY inspection_id, fact;
