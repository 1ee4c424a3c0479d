-- SPDX-License-Identifier: Apache-2.0
INSERT INTO segment_check
  (fact, inspection_id, segment_id, recorded_in, day, state, issue, note)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8);
