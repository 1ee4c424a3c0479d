-- SPDX-License-Identifier: Apache-2.0
-- Who takes part in cases, as recorded up to revision $1, and whether he was erased by then.
SELECT p.burial_case_id, p.person_id, p.role, p.recorded_in,
       CASE WHEN person.superseded_in IS NOT NULL AND person.superseded_in <= $1 THEN 1 ELSE 0 END
  FROM burial_party AS p JOIN person ON person.person_id = p.person_id
 WHERE p.recorded_in <= $1 AND (p.superseded_in IS NULL OR p.superseded_in > $1)
 ORDER BY p.burial_case_id, p.fact;
