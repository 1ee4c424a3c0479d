-- SPDX-License-Identifier: Apache-2.0
-- Parts of changes as recorded up to revision $1.
SELECT change_event_id, ordinal, kind, division_id, other_id, was, becomes
  FROM change_part
 WHERE recorded_in <= $1 AND (superseded_in IS NULL OR superseded_in > $1)
 ORDER BY change_event_id, ordinal;
