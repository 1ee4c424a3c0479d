-- SPDX-License-Identifier: Apache-2.0
INSERT INTO opinion_basis
  (fact, line_opinion_id, recorded_in, part, name, said, sha256, day)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8);
