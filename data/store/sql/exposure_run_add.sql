-- SPDX-License-Identifier: Apache-2.0
INSERT INTO exposure_run
  (fact, recorded_in, title, day, known, parameters, inputs, results, digest)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9);
