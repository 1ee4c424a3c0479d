-- SPDX-License-Identifier: Apache-2.0
INSERT INTO line_opinion
  (fact, line_opinion_id, dispute_id, holder_id, left_id, right_id, document_id, supersedes_id,
   recorded_in, valid_from, valid_until, kind, title, method, accuracy_m, path, area)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17);
