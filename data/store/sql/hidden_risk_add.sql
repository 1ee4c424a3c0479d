-- SPDX-License-Identifier: Apache-2.0
INSERT INTO hidden_risk
  (fact, hidden_risk_id, boundary_line_id, segment_id, recorded_in, local_id, type, severity, found_on,
   found_by, parties, measures, due_on, closed_on, note, position)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16);
