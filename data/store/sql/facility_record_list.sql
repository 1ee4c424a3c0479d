-- SPDX-License-Identifier: Apache-2.0
-- Facts of facility_record as recorded up to revision $1 that held on some day from $2 to $3.
SELECT fact, facility_id, document_id, valid_from, valid_until, state, ownership, operator, approval_number,
       approved_on, approval_body, approval_level, area_approved_m2, area_built_m2, opened, service_radius_m,
       note, area, term_years, cover_percent, green_percent
  FROM facility_record
 WHERE recorded_in <= $1 AND (superseded_in IS NULL OR superseded_in > $1)
   AND valid_from <= $3 AND valid_until > $2
 ORDER BY facility_id, fact;
