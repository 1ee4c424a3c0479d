-- SPDX-License-Identifier: Apache-2.0
-- Where photos were taken; what 0006 says of facts holds for those of 0064 too.
SELECT AddGeometryColumn('burial_photo', 'position', 4326, 'POINT', 'XY');
-- Usage: burial_photo in map programs
SELECT CreateSpatialIndex('burial_photo', 'position');

CREATE TRIGGER burial_case_is_kept BEFORE DELETE ON burial_case
BEGIN SELECT RAISE(ABORT, 'nothing is ever deleted: supersede it'); END;
CREATE TRIGGER burial_case_is_frozen BEFORE UPDATE OF
  fact, burial_case_id, grave_id, recorded_in, number, source, judged_by, rules, grave_class,
  land_class, owner_known, zones
  ON burial_case
BEGIN SELECT RAISE(ABORT, 'nothing is ever rewritten: supersede it and add another'); END;
CREATE TRIGGER burial_case_is_superseded_once BEFORE UPDATE OF superseded_in ON burial_case
WHEN OLD.superseded_in IS NOT NULL OR NEW.superseded_in IS NULL
BEGIN SELECT RAISE(ABORT, 'already superseded'); END;

CREATE TRIGGER burial_act_is_kept BEFORE DELETE ON burial_act
BEGIN SELECT RAISE(ABORT, 'nothing is ever deleted: supersede it'); END;
CREATE TRIGGER burial_act_is_frozen BEFORE UPDATE OF
  fact, burial_case_id, document_id, recorded_in, state, day, body, receiver, outcome, due,
  corrections, note
  ON burial_act
BEGIN SELECT RAISE(ABORT, 'nothing is ever rewritten: supersede it and add another'); END;
CREATE TRIGGER burial_act_is_superseded_once BEFORE UPDATE OF superseded_in ON burial_act
WHEN OLD.superseded_in IS NOT NULL OR NEW.superseded_in IS NULL
BEGIN SELECT RAISE(ABORT, 'already superseded'); END;

CREATE TRIGGER burial_photo_is_kept BEFORE DELETE ON burial_photo
BEGIN SELECT RAISE(ABORT, 'nothing is ever deleted: supersede it'); END;
CREATE TRIGGER burial_photo_is_frozen BEFORE UPDATE OF
  fact, burial_case_id, recorded_in, label, phase, taken_from, taken_at, accuracy_m, direction_deg,
  sha256, position
  ON burial_photo
BEGIN SELECT RAISE(ABORT, 'nothing is ever rewritten: supersede it and add another'); END;
CREATE TRIGGER burial_photo_is_superseded_once BEFORE UPDATE OF superseded_in ON burial_photo
WHEN OLD.superseded_in IS NOT NULL OR NEW.superseded_in IS NULL
BEGIN SELECT RAISE(ABORT, 'already superseded'); END;

CREATE TRIGGER joint_action_is_kept BEFORE DELETE ON joint_action
BEGIN SELECT RAISE(ABORT, 'nothing is ever deleted: supersede it'); END;
CREATE TRIGGER joint_action_is_frozen BEFORE UPDATE OF
  fact, joint_action_id, document_id, recorded_in, title, day, carried_out, note
  ON joint_action
BEGIN SELECT RAISE(ABORT, 'nothing is ever rewritten: supersede it and add another'); END;
CREATE TRIGGER joint_action_is_superseded_once BEFORE UPDATE OF superseded_in ON joint_action
WHEN OLD.superseded_in IS NOT NULL OR NEW.superseded_in IS NULL
BEGIN SELECT RAISE(ABORT, 'already superseded'); END;

CREATE TRIGGER joint_action_body_is_kept BEFORE DELETE ON joint_action_body
BEGIN SELECT RAISE(ABORT, 'nothing is ever deleted: supersede it'); END;
CREATE TRIGGER joint_action_body_is_frozen BEFORE UPDATE OF
  fact, joint_action_id, recorded_in, body, lead, people
  ON joint_action_body
BEGIN SELECT RAISE(ABORT, 'nothing is ever rewritten: supersede it and add another'); END;
CREATE TRIGGER joint_action_body_is_superseded_once BEFORE UPDATE OF superseded_in ON joint_action_body
WHEN OLD.superseded_in IS NOT NULL OR NEW.superseded_in IS NULL
BEGIN SELECT RAISE(ABORT, 'already superseded'); END;

CREATE TRIGGER joint_action_case_is_kept BEFORE DELETE ON joint_action_case
BEGIN SELECT RAISE(ABORT, 'nothing is ever deleted: supersede it'); END;
CREATE TRIGGER joint_action_case_is_frozen BEFORE UPDATE OF
  fact, joint_action_id, burial_case_id, recorded_in
  ON joint_action_case
BEGIN SELECT RAISE(ABORT, 'nothing is ever rewritten: supersede it and add another'); END;
CREATE TRIGGER joint_action_case_is_superseded_once BEFORE UPDATE OF superseded_in ON joint_action_case
WHEN OLD.superseded_in IS NOT NULL OR NEW.superseded_in IS NULL
BEGIN SELECT RAISE(ABORT, 'already superseded'); END;

CREATE TRIGGER kept_grave_is_kept BEFORE DELETE ON kept_grave
BEGIN SELECT RAISE(ABORT, 'nothing is ever deleted: supersede it'); END;
CREATE TRIGGER kept_grave_is_frozen BEFORE UPDATE OF
  fact, grave_id, document_id, recorded_in, day, reason
  ON kept_grave
BEGIN SELECT RAISE(ABORT, 'nothing is ever rewritten: supersede it and add another'); END;
CREATE TRIGGER kept_grave_is_superseded_once BEFORE UPDATE OF superseded_in ON kept_grave
WHEN OLD.superseded_in IS NOT NULL OR NEW.superseded_in IS NULL
BEGIN SELECT RAISE(ABORT, 'already superseded'); END;
