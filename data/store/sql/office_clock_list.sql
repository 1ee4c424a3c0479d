-- SPDX-License-Identifier: Apache-2.0
-- Times that the office has set, as recorded up to revision $1.
SELECT fact, procedure, state, days
  FROM office_clock
 WHERE recorded_in <= $1 AND (superseded_in IS NULL OR superseded_in > $1)
 ORDER BY fact;
