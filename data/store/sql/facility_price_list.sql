-- SPDX-License-Identifier: Apache-2.0
-- Facts of facility_price as recorded up to revision $1 that held on some day from $2 to $3.
SELECT fact, facility_id, document_id, valid_from, valid_until, item, basis, price, currency, unit
  FROM facility_price
 WHERE recorded_in <= $1 AND (superseded_in IS NULL OR superseded_in > $1)
   AND valid_from <= $3 AND valid_until > $2
 ORDER BY facility_id, fact;
