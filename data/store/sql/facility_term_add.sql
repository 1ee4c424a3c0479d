-- SPDX-License-Identifier: Apache-2.0
INSERT INTO facility_term
  (fact, facility_record_fact, recorded_in, term_years, cover_percent, green_percent)
VALUES ($1, $2, $3, $4, $5, $6);
