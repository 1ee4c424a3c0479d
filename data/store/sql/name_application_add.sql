-- SPDX-License-Identifier: Apache-2.0
INSERT INTO name_application
  (fact, application_id, place_id, name_id, division_id, document_id, recorded_in, number, act, kind, pack,
   name, language, script, specific, generic, reading, spelling, scheme, class, location, built_up_area,
   reasons, origin, meaning, applicant, applied, position)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25, $26, $27, $28);
