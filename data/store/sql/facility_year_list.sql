-- SPDX-License-Identifier: Apache-2.0
-- Facts of facility_year as recorded up to revision $1.
SELECT fact, facility_id, document_id, year, placements, ecological, inspected_on, inspection, note
  FROM facility_year
 WHERE recorded_in <= $1 AND (superseded_in IS NULL OR superseded_in > $1)
 ORDER BY facility_id, fact;
