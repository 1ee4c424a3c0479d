-- SPDX-License-Identifier: Apache-2.0
-- Land used by others gets its shape; what 0006 says of facts holds for those of 0009 too.
SELECT AddGeometryColumn('ground_use', 'shape', 4326, 'MULTIPOLYGON', 'XY', 1);
-- Usage: ground_use in map programs
SELECT CreateSpatialIndex('ground_use', 'shape');

CREATE TRIGGER project_pack_is_kept BEFORE DELETE ON project_pack
BEGIN SELECT RAISE(ABORT, 'nothing is ever deleted: supersede it'); END;
CREATE TRIGGER project_pack_is_frozen BEFORE UPDATE OF
  project_pack_id, recorded_in, pack, file, content
  ON project_pack
BEGIN SELECT RAISE(ABORT, 'nothing is ever rewritten: supersede it and add another'); END;
CREATE TRIGGER project_pack_is_superseded_once BEFORE UPDATE OF superseded_in ON project_pack
WHEN OLD.superseded_in IS NOT NULL OR NEW.superseded_in IS NULL
BEGIN SELECT RAISE(ABORT, 'already superseded'); END;

CREATE TRIGGER change_event_is_kept BEFORE DELETE ON change_event
BEGIN SELECT RAISE(ABORT, 'nothing is ever deleted: supersede it'); END;
CREATE TRIGGER change_event_is_frozen BEFORE UPDATE OF
  fact, change_event_id, recorded_in, title, pack, authority, approved, announced, effective,
  completed, code_published, extended, note, document_id
  ON change_event
BEGIN SELECT RAISE(ABORT, 'nothing is ever rewritten: supersede it and add another'); END;
CREATE TRIGGER change_event_is_superseded_once BEFORE UPDATE OF superseded_in ON change_event
WHEN OLD.superseded_in IS NOT NULL OR NEW.superseded_in IS NULL
BEGIN SELECT RAISE(ABORT, 'already superseded'); END;

CREATE TRIGGER change_part_is_kept BEFORE DELETE ON change_part
BEGIN SELECT RAISE(ABORT, 'nothing is ever deleted: supersede it'); END;
CREATE TRIGGER change_part_is_frozen BEFORE UPDATE OF
  fact, change_event_id, ordinal, kind, division_id, other_id, recorded_in, was, becomes
  ON change_part
BEGIN SELECT RAISE(ABORT, 'nothing is ever rewritten: supersede it and add another'); END;
CREATE TRIGGER change_part_is_superseded_once BEFORE UPDATE OF superseded_in ON change_part
WHEN OLD.superseded_in IS NOT NULL OR NEW.superseded_in IS NULL
BEGIN SELECT RAISE(ABORT, 'already superseded'); END;

CREATE TRIGGER succession_share_is_kept BEFORE DELETE ON succession_share
BEGIN SELECT RAISE(ABORT, 'nothing is ever deleted: supersede it'); END;
CREATE TRIGGER succession_share_is_frozen BEFORE UPDATE OF
  fact, succession_id, change_event_id, recorded_in, relation, area_share, people_share
  ON succession_share
BEGIN SELECT RAISE(ABORT, 'nothing is ever rewritten: supersede it and add another'); END;
CREATE TRIGGER succession_share_is_superseded_once BEFORE UPDATE OF superseded_in ON succession_share
WHEN OLD.superseded_in IS NOT NULL OR NEW.superseded_in IS NULL
BEGIN SELECT RAISE(ABORT, 'already superseded'); END;

CREATE TRIGGER division_seat_is_kept BEFORE DELETE ON division_seat
BEGIN SELECT RAISE(ABORT, 'nothing is ever deleted: supersede it'); END;
CREATE TRIGGER division_seat_is_frozen BEFORE UPDATE OF
  fact, division_id, recorded_in, valid_from, valid_until, name, lon, lat
  ON division_seat
BEGIN SELECT RAISE(ABORT, 'nothing is ever rewritten: supersede it and add another'); END;
CREATE TRIGGER division_seat_is_superseded_once BEFORE UPDATE OF superseded_in ON division_seat
WHEN OLD.superseded_in IS NOT NULL OR NEW.superseded_in IS NULL
BEGIN SELECT RAISE(ABORT, 'already superseded'); END;

CREATE TRIGGER ground_use_is_kept BEFORE DELETE ON ground_use
BEGIN SELECT RAISE(ABORT, 'nothing is ever deleted: supersede it'); END;
CREATE TRIGGER ground_use_is_frozen BEFORE UPDATE OF
  fact, holder_id, user_id, recorded_in, valid_from, valid_until, title, document_id, shape
  ON ground_use
BEGIN SELECT RAISE(ABORT, 'nothing is ever rewritten: supersede it and add another'); END;
CREATE TRIGGER ground_use_is_superseded_once BEFORE UPDATE OF superseded_in ON ground_use
WHEN OLD.superseded_in IS NOT NULL OR NEW.superseded_in IS NULL
BEGIN SELECT RAISE(ABORT, 'already superseded'); END;
