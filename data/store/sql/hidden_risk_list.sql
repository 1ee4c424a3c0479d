-- SPDX-License-Identifier: Apache-2.0
-- Facts of hidden_risk as recorded up to revision $1.
SELECT fact, hidden_risk_id, boundary_line_id, segment_id, local_id, type, severity, found_on, found_by,
       parties, measures, due_on, closed_on, note, position
  FROM hidden_risk
 WHERE recorded_in <= $1 AND (superseded_in IS NULL OR superseded_in > $1)
 ORDER BY hidden_risk_id, fact;
