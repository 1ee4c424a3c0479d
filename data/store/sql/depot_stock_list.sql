-- SPDX-License-Identifier: Apache-2.0
-- Stock as recorded up to revision $1 that lay there on some day from $2 to $3.
SELECT fact, depot_id, valid_from, valid_until, item, unit, quantity, expires_on, source, document_id
  FROM depot_stock
 WHERE recorded_in <= $1 AND (superseded_in IS NULL OR superseded_in > $1)
   AND valid_from <= $3 AND valid_until > $2
 ORDER BY depot_id, fact;
