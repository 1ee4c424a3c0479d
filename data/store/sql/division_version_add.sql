-- SPDX-License-Identifier: Apache-2.0
INSERT INTO division_version
  (fact, division_id, recorded_in, valid_from, valid_until, level, kind, document_id)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8);
