-- SPDX-License-Identifier: Apache-2.0
INSERT INTO facility_record
  (fact, facility_id, document_id, recorded_in, valid_from, valid_until, state, ownership, operator,
   approval_number, approved_on, approval_body, approval_level, area_approved_m2, area_built_m2, opened,
   service_radius_m, note, area)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19);
