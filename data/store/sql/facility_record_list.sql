-- SPDX-License-Identifier: Apache-2.0
-- Facts of facility_record as recorded up to revision $1 that held on some day from $2 to $3, with what facility_term says beside them.
SELECT r.fact, r.facility_id, r.document_id, r.valid_from, r.valid_until, r.state, r.ownership, r.operator, r.approval_number,
       r.approved_on, r.approval_body, r.approval_level, r.area_approved_m2, r.area_built_m2, r.opened, r.service_radius_m,
       r.note, r.area, t.term_years, t.cover_percent, t.green_percent
  FROM facility_record r
  LEFT JOIN facility_term t ON t.facility_record_fact = r.fact
 WHERE r.recorded_in <= $1 AND (r.superseded_in IS NULL OR r.superseded_in > $1)
   AND r.valid_from <= $3 AND r.valid_until > $2
 ORDER BY r.facility_id, r.fact;
