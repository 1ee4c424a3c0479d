-- SPDX-License-Identifier: Apache-2.0
-- Cases of joint actions, as recorded up to revision $1.
SELECT joint_action_id, burial_case_id, recorded_in
  FROM joint_action_case
 WHERE recorded_in <= $1 AND (superseded_in IS NULL OR superseded_in > $1)
 ORDER BY joint_action_id, fact;
