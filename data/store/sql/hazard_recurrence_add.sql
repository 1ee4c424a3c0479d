-- SPDX-License-Identifier: Apache-2.0
INSERT INTO hazard_recurrence
  (fact, hazard_zone_id, recorded_in, return_period_years)
VALUES ($1, $2, $3, $4);
