-- SPDX-License-Identifier: Apache-2.0
CREATE TRIGGER officer_role_is_kept BEFORE DELETE ON officer_role
BEGIN SELECT RAISE(ABORT, 'nothing is ever deleted: supersede it'); END;
CREATE TRIGGER officer_role_is_frozen BEFORE UPDATE OF
  fact, division_id, document_id, recorded_in, valid_from, valid_until, officer, role, body_level
  ON officer_role
BEGIN SELECT RAISE(ABORT, 'nothing is ever rewritten: supersede it and add another'); END;
CREATE TRIGGER officer_role_is_superseded_once BEFORE UPDATE OF superseded_in ON officer_role
WHEN OLD.superseded_in IS NOT NULL OR NEW.superseded_in IS NULL
BEGIN SELECT RAISE(ABORT, 'already superseded'); END;
