-- SPDX-License-Identifier: Apache-2.0
INSERT INTO case_step (fact, dispute_id, recorded_in, state, day, document_id, note)
VALUES ($1, $2, $3, $4, $5, $6, $7);
