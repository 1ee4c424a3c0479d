-- SPDX-License-Identifier: Apache-2.0
INSERT INTO outcome
  (fact, dispute_id, document_id, approval_id, survey_id, recorded_in, mode, decided,
   effective, approved, map_title, map_scale, obligations, archive, tiles)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15);
