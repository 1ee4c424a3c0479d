-- SPDX-License-Identifier: Apache-2.0
INSERT INTO segment
  (fact, segment_id, boundary_line_id, from_monument_id, to_monument_id, recorded_in, valid_from, valid_until,
   ordinal, carrier, feature, side, downstream, movement, text, accuracy_m)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16);
