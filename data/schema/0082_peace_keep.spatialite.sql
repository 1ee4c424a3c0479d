-- SPDX-License-Identifier: Apache-2.0
-- What 0006 says of facts holds for those of 0080 and 0081 too.
CREATE TRIGGER peace_entry_is_kept BEFORE DELETE ON peace_entry
BEGIN SELECT RAISE(ABORT, 'nothing is ever deleted: supersede it'); END;
CREATE TRIGGER peace_entry_is_frozen BEFORE UPDATE OF
  fact, boundary_line_id, recorded_in, activity, day, left_by, right_by, incidents, next_on, filing, note
  ON peace_entry
BEGIN SELECT RAISE(ABORT, 'nothing is ever rewritten: supersede it and add another'); END;
CREATE TRIGGER peace_entry_is_superseded_once BEFORE UPDATE OF superseded_in ON peace_entry
WHEN OLD.superseded_in IS NOT NULL OR NEW.superseded_in IS NULL
BEGIN SELECT RAISE(ABORT, 'already superseded'); END;

CREATE TRIGGER claim_rest_is_kept BEFORE DELETE ON claim_rest
BEGIN SELECT RAISE(ABORT, 'nothing is ever deleted: supersede it'); END;
CREATE TRIGGER claim_rest_is_frozen BEFORE UPDATE OF
  fact, claim_id, recorded_in, valid_from, valid_until
  ON claim_rest
BEGIN SELECT RAISE(ABORT, 'nothing is ever rewritten: supersede it and add another'); END;
CREATE TRIGGER claim_rest_is_superseded_once BEFORE UPDATE OF superseded_in ON claim_rest
WHEN OLD.superseded_in IS NOT NULL OR NEW.superseded_in IS NULL
BEGIN SELECT RAISE(ABORT, 'already superseded'); END;
