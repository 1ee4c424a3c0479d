-- SPDX-License-Identifier: Apache-2.0
-- Stretches whose box meets ($1 $2, $3 $4), one row for each delimitation of theirs that was recorded up to
-- revision $5 and held on day $6.
SELECT s.stretch_id, s.edges, s.carrier, s.accuracy_m, s.path,
       d.delimitation_id, d.left_id, d.right_id, d.claim_id, d.document_id, d.valid_from, d.valid_until
  FROM stretch s
  JOIN delimitation d ON d.stretch_id = s.stretch_id
 WHERE s.stretch_id IN (SELECT pkid FROM idx_stretch_path
                         WHERE xmin <= $3 AND xmax >= $1 AND ymin <= $4 AND ymax >= $2)
   AND d.recorded_in <= $5 AND (d.superseded_in IS NULL OR d.superseded_in > $5)
   AND d.valid_from <= $6 AND d.valid_until > $6
   AND s.recorded_in <= $5 AND (s.superseded_in IS NULL OR s.superseded_in > $5)
 ORDER BY s.stretch_id, d.delimitation_id;
