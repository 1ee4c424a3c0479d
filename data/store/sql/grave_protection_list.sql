-- SPDX-License-Identifier: Apache-2.0
-- Facts of grave_protection as recorded up to revision $1 that held on some day from $2 to $3.
SELECT fact, grave_id, document_id, valid_from, valid_until, kind, list, entry
  FROM grave_protection
 WHERE recorded_in <= $1 AND (superseded_in IS NULL OR superseded_in > $1)
   AND valid_from <= $3 AND valid_until > $2
 ORDER BY grave_id, fact;
