-- SPDX-License-Identifier: Apache-2.0
INSERT INTO application_size
  (fact, application_id, recorded_in, area_m2, length_m, floor_area_m2, storeys)
VALUES ($1, $2, $3, $4, $5, $6, $7);
