-- SPDX-License-Identifier: Apache-2.0
INSERT INTO event_figure
  (fact, disaster_event_id, division_id, document_id, recorded_in, stage, as_of, indicator, value, source)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10);
