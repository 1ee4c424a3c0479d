-- SPDX-License-Identifier: Apache-2.0
INSERT INTO observation
  (observation_id, monument_id, inspection_id, recorded_in, day, state, accuracy_m, method, observer,
   inscription, witnesses, photo, issue, note, position)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15);
