-- SPDX-License-Identifier: Apache-2.0
-- Joint actions as recorded up to revision $1.
SELECT fact, joint_action_id, document_id, title, day, carried_out, note
  FROM joint_action
 WHERE recorded_in <= $1 AND (superseded_in IS NULL OR superseded_in > $1)
 ORDER BY joint_action_id, fact;
