-- SPDX-License-Identifier: Apache-2.0
-- Paths of the stretches of which the claims in dispute $4 say something, as recorded up to revision $1, on some day
-- from $2 to $3.
SELECT s.path
  FROM stretch s
 WHERE s.recorded_in <= $1 AND (s.superseded_in IS NULL OR s.superseded_in > $1)
   AND s.stretch_id IN
       (SELECT d.stretch_id
          FROM delimitation d
         WHERE d.claim_id IN (SELECT c.claim_id FROM claim c WHERE c.dispute_id = $4)
           AND d.recorded_in <= $1 AND (d.superseded_in IS NULL OR d.superseded_in > $1)
           AND d.valid_from <= $3 AND d.valid_until > $2)
 ORDER BY s.stretch_id;
