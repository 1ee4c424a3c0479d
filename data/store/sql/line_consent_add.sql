-- SPDX-License-Identifier: Apache-2.0
INSERT INTO line_consent
  (fact, line_project_id, division_id, recorded_in, given_on, permit)
VALUES ($1, $2, $3, $4, $5, $6);
