-- SPDX-License-Identifier: Apache-2.0
INSERT INTO line_record
  (fact, boundary_line_id, approval_id, agreement_id, recorded_in, valid_from, valid_until, status, code, name,
   other_name, approving_body, managing, published_by, published_on, annex_scale, accuracy_m)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17);
