-- SPDX-License-Identifier: Apache-2.0
INSERT INTO application_step
  (fact, application_id, document_id, recorded_in, state, day, body, body_kind, body_level, note)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10);
