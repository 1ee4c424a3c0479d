-- SPDX-License-Identifier: Apache-2.0
-- What 0006 says of facts holds for those of 0056 too.
CREATE TRIGGER hazard_recurrence_is_kept BEFORE DELETE ON hazard_recurrence
BEGIN SELECT RAISE(ABORT, 'nothing is ever deleted: supersede it'); END;
CREATE TRIGGER hazard_recurrence_is_frozen BEFORE UPDATE OF
  fact, hazard_zone_id, recorded_in, return_period_years
  ON hazard_recurrence
BEGIN SELECT RAISE(ABORT, 'nothing is ever rewritten: supersede it and add another'); END;
CREATE TRIGGER hazard_recurrence_is_superseded_once BEFORE UPDATE OF superseded_in ON hazard_recurrence
WHEN OLD.superseded_in IS NOT NULL OR NEW.superseded_in IS NULL
BEGIN SELECT RAISE(ABORT, 'already superseded'); END;

CREATE TRIGGER exposure_run_is_kept BEFORE DELETE ON exposure_run
BEGIN SELECT RAISE(ABORT, 'nothing is ever deleted: supersede it'); END;
CREATE TRIGGER exposure_run_is_frozen BEFORE UPDATE OF
  fact, recorded_in, title, day, known, parameters, inputs, results, digest
  ON exposure_run
BEGIN SELECT RAISE(ABORT, 'nothing is ever rewritten: supersede it and add another'); END;
CREATE TRIGGER exposure_run_is_superseded_once BEFORE UPDATE OF superseded_in ON exposure_run
WHEN OLD.superseded_in IS NOT NULL OR NEW.superseded_in IS NULL
BEGIN SELECT RAISE(ABORT, 'already superseded'); END;
