-- SPDX-License-Identifier: Apache-2.0
-- Disasters as recorded up to revision $1.
SELECT fact, disaster_event_id, local_id, hazard, name, severity, started, ended, area
  FROM disaster_event
 WHERE recorded_in <= $1 AND (superseded_in IS NULL OR superseded_in > $1)
 ORDER BY disaster_event_id;
