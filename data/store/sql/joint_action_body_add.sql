-- SPDX-License-Identifier: Apache-2.0
INSERT INTO joint_action_body (fact, joint_action_id, recorded_in, body, lead, people)
VALUES ($1, $2, $3, $4, $5, $6);
