-- SPDX-License-Identifier: Apache-2.0
-- Delimitations that the act of revision $1 added or superseded, with the revisions in which that was done and undone;
-- last those of its stretch.
SELECT d.delimitation_id, d.stretch_id, d.left_id, d.right_id, d.claim_id, d.document_id, d.valid_from, d.valid_until,
       d.recorded_in, d.superseded_in, s.recorded_in, s.superseded_in
  FROM delimitation d
  JOIN stretch s ON s.stretch_id = d.stretch_id
 WHERE d.recorded_in = $1 OR d.superseded_in = $1
 ORDER BY d.delimitation_id;
