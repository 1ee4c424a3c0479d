-- SPDX-License-Identifier: Apache-2.0
-- Codes as recorded up to revision $1 that held on some day from $2 to $3.
SELECT fact, division_id, system, code, valid_from, valid_until
  FROM division_code
 WHERE recorded_in <= $1 AND (superseded_in IS NULL OR superseded_in > $1)
   AND valid_from <= $3 AND valid_until > $2
 ORDER BY fact;
