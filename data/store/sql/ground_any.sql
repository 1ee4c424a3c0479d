-- SPDX-License-Identifier: Apache-2.0
-- Whether any ground was on record in revision $1 and held on day $2.
SELECT 1 FROM delimitation
 WHERE recorded_in <= $1 AND (superseded_in IS NULL OR superseded_in > $1)
   AND valid_from <= $2 AND valid_until > $2
 LIMIT 1;
