-- SPDX-License-Identifier: Apache-2.0
-- The last revision up to $1 that touched each of applications $2 to $3.
SELECT max(recorded_in), application_id
  FROM (SELECT application_id, recorded_in FROM name_application
         UNION ALL SELECT application_id, recorded_in FROM application_step
         UNION ALL SELECT application_id, recorded_in FROM application_document
         UNION ALL SELECT application_id, recorded_in FROM application_finding) AS touched
 WHERE application_id BETWEEN $2 AND $3 AND recorded_in <= $1
 GROUP BY application_id;
