-- SPDX-License-Identifier: Apache-2.0
INSERT INTO officer_role
  (fact, division_id, document_id, recorded_in, valid_from, valid_until, officer, role, body_level)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9);
