-- SPDX-License-Identifier: Apache-2.0
-- Who takes part in joint actions, as recorded up to revision $1.
SELECT joint_action_id, body, lead, people
  FROM joint_action_body
 WHERE recorded_in <= $1 AND (superseded_in IS NULL OR superseded_in > $1)
 ORDER BY joint_action_id, fact;
