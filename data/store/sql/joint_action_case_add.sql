-- SPDX-License-Identifier: Apache-2.0
INSERT INTO joint_action_case (fact, joint_action_id, burial_case_id, recorded_in)
VALUES ($1, $2, $3, $4);
