-- SPDX-License-Identifier: Apache-2.0
-- What 0006 says of facts holds for those of 0096 too.
CREATE TRIGGER facility_term_is_kept BEFORE DELETE ON facility_term
BEGIN SELECT RAISE(ABORT, 'nothing is ever deleted: supersede it'); END;
CREATE TRIGGER facility_term_is_frozen BEFORE UPDATE OF
  fact, facility_record_fact, recorded_in, term_years, cover_percent, green_percent
  ON facility_term
BEGIN SELECT RAISE(ABORT, 'nothing is ever rewritten: supersede it and add another'); END;
CREATE TRIGGER facility_term_is_superseded_once BEFORE UPDATE OF superseded_in ON facility_term
WHEN OLD.superseded_in IS NOT NULL OR NEW.superseded_in IS NULL
BEGIN SELECT RAISE(ABORT, 'already superseded'); END;
