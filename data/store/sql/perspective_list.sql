-- SPDX-License-Identifier: Apache-2.0
-- Perspectives as recorded up to revision $1 that held on some day from $2 to $3.
SELECT fact, claim_id, viewer, stance, drawn_as, valid_from, valid_until
  FROM perspective
 WHERE recorded_in <= $1 AND (superseded_in IS NULL OR superseded_in > $1)
   AND valid_from <= $3 AND valid_until > $2
 ORDER BY fact;
