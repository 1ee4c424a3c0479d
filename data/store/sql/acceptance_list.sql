-- SPDX-License-Identifier: Apache-2.0
-- Acceptances as recorded up to revision $1 that held on some day from $2 to $3.
SELECT viewer, dispute_id, claim_id, fact
  FROM acceptance
 WHERE recorded_in <= $1 AND (superseded_in IS NULL OR superseded_in > $1)
   AND valid_from <= $3 AND valid_until > $2
 ORDER BY fact;
