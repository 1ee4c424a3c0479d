-- SPDX-License-Identifier: Apache-2.0
-- What 0006 says of facts holds for those of 0066 too. Personal data can be erased: they have no such triggers, but are
-- never rewritten.
CREATE TRIGGER person_is_kept BEFORE DELETE ON person
BEGIN SELECT RAISE(ABORT, 'nothing is ever deleted: supersede it'); END;
CREATE TRIGGER person_is_frozen BEFORE UPDATE OF
  person_id, recorded_in
  ON person
BEGIN SELECT RAISE(ABORT, 'nothing is ever rewritten: supersede it and add another'); END;
CREATE TRIGGER person_is_superseded_once BEFORE UPDATE OF superseded_in ON person
WHEN OLD.superseded_in IS NOT NULL OR NEW.superseded_in IS NULL
BEGIN SELECT RAISE(ABORT, 'already superseded'); END;

CREATE TRIGGER burial_party_is_kept BEFORE DELETE ON burial_party
BEGIN SELECT RAISE(ABORT, 'nothing is ever deleted: supersede it'); END;
CREATE TRIGGER burial_party_is_frozen BEFORE UPDATE OF
  fact, burial_case_id, person_id, recorded_in, role
  ON burial_party
BEGIN SELECT RAISE(ABORT, 'nothing is ever rewritten: supersede it and add another'); END;
CREATE TRIGGER burial_party_is_superseded_once BEFORE UPDATE OF superseded_in ON burial_party
WHEN OLD.superseded_in IS NOT NULL OR NEW.superseded_in IS NULL
BEGIN SELECT RAISE(ABORT, 'already superseded'); END;

CREATE TRIGGER personal_data_is_frozen BEFORE UPDATE ON personal_data
BEGIN SELECT RAISE(ABORT, 'nothing is ever rewritten: supersede it and add another'); END;
