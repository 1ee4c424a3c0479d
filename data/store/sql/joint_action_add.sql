-- SPDX-License-Identifier: Apache-2.0
INSERT INTO joint_action (fact, joint_action_id, document_id, recorded_in, title, day, carried_out, note)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8);
