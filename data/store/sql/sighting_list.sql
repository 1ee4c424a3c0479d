-- SPDX-License-Identifier: Apache-2.0
-- What was seen on the ground of case $2, as recorded up to revision $1.
SELECT fact, by_id, document_id, kind, name, seen, not_yet_there, source, position
  FROM sighting
 WHERE dispute_id = $2 AND recorded_in <= $1 AND (superseded_in IS NULL OR superseded_in > $1)
 ORDER BY fact;
