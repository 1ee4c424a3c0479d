-- SPDX-License-Identifier: Apache-2.0
INSERT INTO facility_year
  (fact, facility_id, document_id, recorded_in, year, placements, ecological, inspected_on, inspection, note)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10);
