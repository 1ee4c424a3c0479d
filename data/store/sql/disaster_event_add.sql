-- SPDX-License-Identifier: Apache-2.0
INSERT INTO disaster_event
  (fact, disaster_event_id, document_id, recorded_in, local_id, hazard, name, severity, started, ended, area)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11);
