-- SPDX-License-Identifier: Apache-2.0
-- Parties of case $2 as recorded up to revision $1.
SELECT fact, division_id, joined
  FROM dispute_party
 WHERE dispute_id = $2 AND recorded_in <= $1 AND (superseded_in IS NULL OR superseded_in > $1)
 ORDER BY fact;
