-- SPDX-License-Identifier: Apache-2.0
INSERT INTO burial_act (fact, burial_case_id, document_id, recorded_in, state, day, body, receiver, outcome, due, corrections, note)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12);
