-- SPDX-License-Identifier: Apache-2.0
INSERT INTO sign_inspection
  (fact, sign_id, place_id, recorded_in, day, condition, text_seen, inspector, note, next_due)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10);
