-- SPDX-License-Identifier: Apache-2.0
-- Protected graves that were looked at and stay, as recorded up to revision $1.
SELECT grave_id, document_id, day, reason
  FROM kept_grave
 WHERE recorded_in <= $1 AND (superseded_in IS NULL OR superseded_in > $1)
 ORDER BY fact;
