-- SPDX-License-Identifier: Apache-2.0
-- What 0006 says of facts holds for those of 0093 too.
CREATE TRIGGER application_size_is_kept BEFORE DELETE ON application_size
BEGIN SELECT RAISE(ABORT, 'nothing is ever deleted: supersede it'); END;
CREATE TRIGGER application_size_is_frozen BEFORE UPDATE OF
  fact, application_id, recorded_in, area_m2, length_m, floor_area_m2, storeys
  ON application_size
BEGIN SELECT RAISE(ABORT, 'nothing is ever rewritten: supersede it and add another'); END;
CREATE TRIGGER application_size_is_superseded_once BEFORE UPDATE OF superseded_in ON application_size
WHEN OLD.superseded_in IS NOT NULL OR NEW.superseded_in IS NULL
BEGIN SELECT RAISE(ABORT, 'already superseded'); END;
