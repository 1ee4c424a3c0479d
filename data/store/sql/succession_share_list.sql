-- SPDX-License-Identifier: Apache-2.0
-- What was given in the successions, by their numbers, as recorded up to revision $1.
SELECT succession_id, change_event_id, relation, area_share, people_share
  FROM succession_share
 WHERE recorded_in <= $1 AND (superseded_in IS NULL OR superseded_in > $1)
 ORDER BY fact;
