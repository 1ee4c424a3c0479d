-- SPDX-License-Identifier: Apache-2.0
-- What the line opinions in case $2 rest on, as recorded up to revision $1.
SELECT e.line_opinion_id, e.evidence_id
  FROM opinion_evidence e
 WHERE e.recorded_in <= $1 AND (e.superseded_in IS NULL OR e.superseded_in > $1)
   AND EXISTS (SELECT 1 FROM line_opinion o WHERE o.line_opinion_id = e.line_opinion_id AND o.dispute_id = $2)
 ORDER BY e.fact;
