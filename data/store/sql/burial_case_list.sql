-- SPDX-License-Identifier: Apache-2.0
-- Cases as recorded up to revision $1.
SELECT fact, burial_case_id, grave_id, number, source, judged_by, rules, grave_class, land_class, owner_known, zones
  FROM burial_case
 WHERE recorded_in <= $1 AND (superseded_in IS NULL OR superseded_in > $1)
 ORDER BY burial_case_id, fact;
