-- SPDX-License-Identifier: Apache-2.0
-- Evidence in case $2 as recorded up to revision $1.
SELECT fact, evidence_id, party_id, document_id, item, kind, confirmed, original, sealed, both_sides,
       shows_administration, map_scale, crs, rmse_m, proves, objection, finding
  FROM evidence
 WHERE dispute_id = $2 AND recorded_in <= $1 AND (superseded_in IS NULL OR superseded_in > $1)
 ORDER BY evidence_id;
