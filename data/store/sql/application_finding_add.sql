-- SPDX-License-Identifier: Apache-2.0
INSERT INTO application_finding (fact, application_id, recorded_in, stage, rule, severity, facts, reason)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8);
