-- SPDX-License-Identifier: Apache-2.0
INSERT INTO opinion_evidence (fact, line_opinion_id, evidence_id, recorded_in)
VALUES ($1, $2, $3, $4);
