-- SPDX-License-Identifier: Apache-2.0
-- Divisions that hold ground on some day from $2 to $3, as recorded up to revision $1.
SELECT left_id FROM delimitation
 WHERE left_id IS NOT NULL AND recorded_in <= $1 AND (superseded_in IS NULL OR superseded_in > $1)
   AND valid_from <= $3 AND valid_until > $2
UNION
SELECT right_id FROM delimitation
 WHERE right_id IS NOT NULL AND recorded_in <= $1 AND (superseded_in IS NULL OR superseded_in > $1)
   AND valid_from <= $3 AND valid_until > $2;
