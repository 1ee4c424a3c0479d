-- SPDX-License-Identifier: Apache-2.0
-- Who is said to lie along stretches whose delimitation was recorded or superseded after revision $1, and whether the
-- row is a new one.
SELECT stretch_id, left_id, right_id, CASE WHEN recorded_in > $1 THEN 1 ELSE 0 END AS fresh
  FROM delimitation
 WHERE recorded_in > $1 OR superseded_in > $1;
