-- SPDX-License-Identifier: Apache-2.0
INSERT INTO sign_order (fact, sign_order_id, sign_id, place_id, recorded_in, ordered, reason, done, done_by, note)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10);
