-- SPDX-License-Identifier: Apache-2.0
INSERT INTO witness
  (fact, monument_id, recorded_in, ordinal, object, part, azimuth_deg, distance_m)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8);
