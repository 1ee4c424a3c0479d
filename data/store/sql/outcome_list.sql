-- SPDX-License-Identifier: Apache-2.0
-- Outcomes of case $2 as recorded up to revision $1.
SELECT fact, document_id, approval_id, survey_id, mode, decided, effective, approved, map_title, map_scale,
       obligations, archive, tiles
  FROM outcome
 WHERE dispute_id = $2 AND recorded_in <= $1 AND (superseded_in IS NULL OR superseded_in > $1)
 ORDER BY fact;
