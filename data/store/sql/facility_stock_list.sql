-- SPDX-License-Identifier: Apache-2.0
-- Facts of facility_stock as recorded up to revision $1.
SELECT fact, facility_id, document_id, counted, type, planned, used, reserved, unit_area_m2
  FROM facility_stock
 WHERE recorded_in <= $1 AND (superseded_in IS NULL OR superseded_in > $1)
 ORDER BY facility_id, fact;
