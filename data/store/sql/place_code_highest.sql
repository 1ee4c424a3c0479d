-- SPDX-License-Identifier: Apache-2.0
-- The highest code of system $1 from $2 to $3 that was ever given.
SELECT max(code)
  FROM place_code
 WHERE code BETWEEN $2 AND $3 AND system = $1;
