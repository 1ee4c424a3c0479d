-- SPDX-License-Identifier: Apache-2.0
-- Changes as recorded up to revision $1.
SELECT fact, change_event_id, title, pack, authority, approved, announced, effective, completed, code_published,
       extended, note, document_id
  FROM change_event
 WHERE recorded_in <= $1 AND (superseded_in IS NULL OR superseded_in > $1)
 ORDER BY fact;
