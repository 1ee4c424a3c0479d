-- SPDX-License-Identifier: Apache-2.0
INSERT INTO succession (fact, from_id, to_id, recorded_in, day, reason, to_code, document_id)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8);
