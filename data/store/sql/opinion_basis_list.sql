-- SPDX-License-Identifier: Apache-2.0
-- How the proposed lines in case $2 were made, as recorded up to revision $1.
SELECT b.line_opinion_id, b.recorded_in, b.part, b.name, b.said, b.sha256, b.day
  FROM opinion_basis b
 WHERE b.recorded_in <= $1 AND (b.superseded_in IS NULL OR b.superseded_in > $1)
   AND EXISTS (SELECT 1 FROM line_opinion o WHERE o.line_opinion_id = b.line_opinion_id AND o.dispute_id = $2)
 ORDER BY b.fact;
