-- SPDX-License-Identifier: Apache-2.0
-- Facts of name_application of applications $2 to $3 as recorded up to revision $1.
SELECT fact, application_id, place_id, name_id, division_id, document_id, number, act, kind, pack, name,
       language, script, specific, generic, reading, spelling, scheme, class, location, built_up_area, reasons,
       origin, meaning, applicant, applied, position
  FROM name_application
 WHERE application_id BETWEEN $2 AND $3
   AND recorded_in <= $1 AND (superseded_in IS NULL OR superseded_in > $1)
 ORDER BY application_id, fact;
