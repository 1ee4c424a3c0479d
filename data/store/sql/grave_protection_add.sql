-- SPDX-License-Identifier: Apache-2.0
INSERT INTO grave_protection
  (fact, grave_id, document_id, recorded_in, valid_from, valid_until, kind, list, entry)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9);
