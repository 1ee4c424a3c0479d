-- SPDX-License-Identifier: Apache-2.0
-- Stretches of which a claim in dispute $1 says anything, one row for each delimitation of theirs that was recorded up
-- to revision $2 and held on day $3.
SELECT s.stretch_id, s.edges, s.carrier, s.accuracy_m, s.path,
       d.delimitation_id, d.left_id, d.right_id, d.claim_id, d.document_id, d.valid_from, d.valid_until
  FROM stretch s
  JOIN delimitation d ON d.stretch_id = s.stretch_id
 WHERE s.stretch_id IN (SELECT stretch_id FROM delimitation
                         WHERE claim_id IN (SELECT claim_id FROM claim WHERE dispute_id = $1))
   AND d.recorded_in <= $2 AND (d.superseded_in IS NULL OR d.superseded_in > $2)
   AND d.valid_from <= $3 AND d.valid_until > $3
   AND s.recorded_in <= $2 AND (s.superseded_in IS NULL OR s.superseded_in > $2)
 ORDER BY s.stretch_id, d.delimitation_id;
