-- SPDX-License-Identifier: Apache-2.0
INSERT INTO feature_shift
  (fact, segment_id, document_id, recorded_in, day, greatest_m, mean_m, allowed_m, position)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9);
