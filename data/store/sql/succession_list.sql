-- SPDX-License-Identifier: Apache-2.0
-- Successions as recorded up to revision $1.
SELECT fact, from_id, to_id, day, reason, document_id
  FROM succession
 WHERE recorded_in <= $1 AND (superseded_in IS NULL OR superseded_in > $1)
 ORDER BY fact;
