-- SPDX-License-Identifier: Apache-2.0
INSERT INTO dispute_case
  (fact, dispute_id, recorded_in, number, title, procedure, level, reported, arose, triage,
   triage_reason)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11);
