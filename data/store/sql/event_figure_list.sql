-- SPDX-License-Identifier: Apache-2.0
-- What was reported of disaster $2, as recorded up to revision $1.
SELECT division_id, stage, as_of, indicator, value, source
  FROM event_figure
 WHERE disaster_event_id = $2 AND recorded_in <= $1 AND (superseded_in IS NULL OR superseded_in > $1)
 ORDER BY fact;
