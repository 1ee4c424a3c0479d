-- SPDX-License-Identifier: Apache-2.0
SELECT AddGeometryColumn('place_shape', 'position', 4326, 'POINT', 'XY');
-- Usage: place_shape in map programs
SELECT CreateSpatialIndex('place_shape', 'position');
SELECT AddGeometryColumn('place_shape', 'path', 4326, 'LINESTRING', 'XY');
-- Usage: place_shape in map programs
SELECT CreateSpatialIndex('place_shape', 'path');
SELECT AddGeometryColumn('place_shape', 'area', 4326, 'MULTIPOLYGON', 'XY');
-- Usage: place_shape in map programs
SELECT CreateSpatialIndex('place_shape', 'area');
SELECT AddGeometryColumn('name_sign', 'position', 4326, 'POINT', 'XY');
-- Usage: name_sign in map programs
SELECT CreateSpatialIndex('name_sign', 'position');
SELECT AddGeometryColumn('name_application', 'position', 4326, 'POINT', 'XY');
-- Usage: name_application in map programs
SELECT CreateSpatialIndex('name_application', 'position');

INSERT INTO views_geometry_columns
  (view_name, view_geometry, view_rowid, f_table_name, f_geometry_column, read_only)
VALUES
  ('name_now', 'position', 'fact', 'place', 'position', 1);

CREATE TRIGGER place_record_is_kept BEFORE DELETE ON place_record
BEGIN SELECT RAISE(ABORT, 'nothing is ever deleted: supersede it'); END;
CREATE TRIGGER place_record_is_frozen BEFORE UPDATE OF
  fact, place_id, recorded_in, secrecy, description, location, source
  ON place_record
BEGIN SELECT RAISE(ABORT, 'nothing is ever rewritten: supersede it and add another'); END;
CREATE TRIGGER place_record_is_superseded_once BEFORE UPDATE OF superseded_in ON place_record
WHEN OLD.superseded_in IS NOT NULL OR NEW.superseded_in IS NULL
BEGIN SELECT RAISE(ABORT, 'already superseded'); END;

CREATE TRIGGER name_record_is_kept BEFORE DELETE ON name_record
BEGIN SELECT RAISE(ABORT, 'nothing is ever deleted: supersede it'); END;
CREATE TRIGGER name_record_is_frozen BEFORE UPDATE OF
  fact, geographical_name_id, place_id, name_id, document_id, recorded_in, script, status, specific, generic,
  reading, reading_certainty, origin, meaning, source, validity
  ON name_record
BEGIN SELECT RAISE(ABORT, 'nothing is ever rewritten: supersede it and add another'); END;
CREATE TRIGGER name_record_is_superseded_once BEFORE UPDATE OF superseded_in ON name_record
WHEN OLD.superseded_in IS NOT NULL OR NEW.superseded_in IS NULL
BEGIN SELECT RAISE(ABORT, 'already superseded'); END;

CREATE TRIGGER name_spelling_is_kept BEFORE DELETE ON name_spelling
BEGIN SELECT RAISE(ABORT, 'nothing is ever deleted: supersede it'); END;
CREATE TRIGGER name_spelling_is_frozen BEFORE UPDATE OF
  fact, place_id, name_id, recorded_in, spelling, script, scheme, source_language, certainty, source
  ON name_spelling
BEGIN SELECT RAISE(ABORT, 'nothing is ever rewritten: supersede it and add another'); END;
CREATE TRIGGER name_spelling_is_superseded_once BEFORE UPDATE OF superseded_in ON name_spelling
WHEN OLD.superseded_in IS NOT NULL OR NEW.superseded_in IS NULL
BEGIN SELECT RAISE(ABORT, 'already superseded'); END;

CREATE TRIGGER name_replacement_is_kept BEFORE DELETE ON name_replacement
BEGIN SELECT RAISE(ABORT, 'nothing is ever deleted: supersede it'); END;
CREATE TRIGGER name_replacement_is_frozen BEFORE UPDATE OF
  fact, place_id, name_id, former_place_id, former_name_id, document_id, recorded_in, day, reason
  ON name_replacement
BEGIN SELECT RAISE(ABORT, 'nothing is ever rewritten: supersede it and add another'); END;
CREATE TRIGGER name_replacement_is_superseded_once BEFORE UPDATE OF superseded_in ON name_replacement
WHEN OLD.superseded_in IS NOT NULL OR NEW.superseded_in IS NULL
BEGIN SELECT RAISE(ABORT, 'already superseded'); END;

CREATE TRIGGER place_class_is_kept BEFORE DELETE ON place_class
BEGIN SELECT RAISE(ABORT, 'nothing is ever deleted: supersede it'); END;
CREATE TRIGGER place_class_is_frozen BEFORE UPDATE OF
  fact, place_id, recorded_in, scheme, class
  ON place_class
BEGIN SELECT RAISE(ABORT, 'nothing is ever rewritten: supersede it and add another'); END;
CREATE TRIGGER place_class_is_superseded_once BEFORE UPDATE OF superseded_in ON place_class
WHEN OLD.superseded_in IS NOT NULL OR NEW.superseded_in IS NULL
BEGIN SELECT RAISE(ABORT, 'already superseded'); END;

CREATE TRIGGER place_attribute_is_kept BEFORE DELETE ON place_attribute
BEGIN SELECT RAISE(ABORT, 'nothing is ever deleted: supersede it'); END;
CREATE TRIGGER place_attribute_is_frozen BEFORE UPDATE OF
  fact, place_id, recorded_in, attribute, value
  ON place_attribute
BEGIN SELECT RAISE(ABORT, 'nothing is ever rewritten: supersede it and add another'); END;
CREATE TRIGGER place_attribute_is_superseded_once BEFORE UPDATE OF superseded_in ON place_attribute
WHEN OLD.superseded_in IS NOT NULL OR NEW.superseded_in IS NULL
BEGIN SELECT RAISE(ABORT, 'already superseded'); END;

CREATE TRIGGER place_code_is_kept BEFORE DELETE ON place_code
BEGIN SELECT RAISE(ABORT, 'nothing is ever deleted: supersede it'); END;
CREATE TRIGGER place_code_is_frozen BEFORE UPDATE OF
  fact, place_id, recorded_in, valid_from, valid_until, system, code
  ON place_code
BEGIN SELECT RAISE(ABORT, 'nothing is ever rewritten: supersede it and add another'); END;
CREATE TRIGGER place_code_is_superseded_once BEFORE UPDATE OF superseded_in ON place_code
WHEN OLD.superseded_in IS NOT NULL OR NEW.superseded_in IS NULL
BEGIN SELECT RAISE(ABORT, 'already superseded'); END;

CREATE TRIGGER place_division_is_kept BEFORE DELETE ON place_division
BEGIN SELECT RAISE(ABORT, 'nothing is ever deleted: supersede it'); END;
CREATE TRIGGER place_division_is_frozen BEFORE UPDATE OF
  fact, place_id, division_id, recorded_in, valid_from, valid_until, relation
  ON place_division
BEGIN SELECT RAISE(ABORT, 'nothing is ever rewritten: supersede it and add another'); END;
CREATE TRIGGER place_division_is_superseded_once BEFORE UPDATE OF superseded_in ON place_division
WHEN OLD.superseded_in IS NOT NULL OR NEW.superseded_in IS NULL
BEGIN SELECT RAISE(ABORT, 'already superseded'); END;

CREATE TRIGGER place_link_is_kept BEFORE DELETE ON place_link
BEGIN SELECT RAISE(ABORT, 'nothing is ever deleted: supersede it'); END;
CREATE TRIGGER place_link_is_frozen BEFORE UPDATE OF
  fact, place_id, other_place_id, recorded_in, relation, day
  ON place_link
BEGIN SELECT RAISE(ABORT, 'nothing is ever rewritten: supersede it and add another'); END;
CREATE TRIGGER place_link_is_superseded_once BEFORE UPDATE OF superseded_in ON place_link
WHEN OLD.superseded_in IS NOT NULL OR NEW.superseded_in IS NULL
BEGIN SELECT RAISE(ABORT, 'already superseded'); END;

CREATE TRIGGER place_shape_is_kept BEFORE DELETE ON place_shape
BEGIN SELECT RAISE(ABORT, 'nothing is ever deleted: supersede it'); END;
CREATE TRIGGER place_shape_is_frozen BEFORE UPDATE OF
  fact, place_id, document_id, recorded_in, valid_from, valid_until, role, method, accuracy_m, position, path,
  area
  ON place_shape
BEGIN SELECT RAISE(ABORT, 'nothing is ever rewritten: supersede it and add another'); END;
CREATE TRIGGER place_shape_is_superseded_once BEFORE UPDATE OF superseded_in ON place_shape
WHEN OLD.superseded_in IS NOT NULL OR NEW.superseded_in IS NULL
BEGIN SELECT RAISE(ABORT, 'already superseded'); END;

CREATE TRIGGER name_protection_is_kept BEFORE DELETE ON name_protection
BEGIN SELECT RAISE(ABORT, 'nothing is ever deleted: supersede it'); END;
CREATE TRIGGER name_protection_is_frozen BEFORE UPDATE OF
  fact, place_id, name_id, plan_id, recorded_in, category, content, published, measures
  ON name_protection
BEGIN SELECT RAISE(ABORT, 'nothing is ever rewritten: supersede it and add another'); END;
CREATE TRIGGER name_protection_is_superseded_once BEFORE UPDATE OF superseded_in ON name_protection
WHEN OLD.superseded_in IS NOT NULL OR NEW.superseded_in IS NULL
BEGIN SELECT RAISE(ABORT, 'already superseded'); END;

CREATE TRIGGER address_alias_is_kept BEFORE DELETE ON address_alias
BEGIN SELECT RAISE(ABORT, 'nothing is ever deleted: supersede it'); END;
CREATE TRIGGER address_alias_is_frozen BEFORE UPDATE OF
  fact, place_id, recorded_in, old_address, new_address, certificate, day
  ON address_alias
BEGIN SELECT RAISE(ABORT, 'nothing is ever rewritten: supersede it and add another'); END;
CREATE TRIGGER address_alias_is_superseded_once BEFORE UPDATE OF superseded_in ON address_alias
WHEN OLD.superseded_in IS NOT NULL OR NEW.superseded_in IS NULL
BEGIN SELECT RAISE(ABORT, 'already superseded'); END;

CREATE TRIGGER name_sign_is_kept BEFORE DELETE ON name_sign
BEGIN SELECT RAISE(ABORT, 'nothing is ever deleted: supersede it'); END;
CREATE TRIGGER name_sign_is_frozen BEFORE UPDATE OF
  fact, sign_id, place_id, name_id, recorded_in, number, kind, text, spelling, size, material, colour,
  bearing_deg, installed, installer, owner, photo, removed, position
  ON name_sign
BEGIN SELECT RAISE(ABORT, 'nothing is ever rewritten: supersede it and add another'); END;
CREATE TRIGGER name_sign_is_superseded_once BEFORE UPDATE OF superseded_in ON name_sign
WHEN OLD.superseded_in IS NOT NULL OR NEW.superseded_in IS NULL
BEGIN SELECT RAISE(ABORT, 'already superseded'); END;

CREATE TRIGGER sign_inspection_is_kept BEFORE DELETE ON sign_inspection
BEGIN SELECT RAISE(ABORT, 'nothing is ever deleted: supersede it'); END;
CREATE TRIGGER sign_inspection_is_frozen BEFORE UPDATE OF
  fact, sign_id, place_id, recorded_in, day, condition, text_seen, inspector, note, next_due
  ON sign_inspection
BEGIN SELECT RAISE(ABORT, 'nothing is ever rewritten: supersede it and add another'); END;
CREATE TRIGGER sign_inspection_is_superseded_once BEFORE UPDATE OF superseded_in ON sign_inspection
WHEN OLD.superseded_in IS NOT NULL OR NEW.superseded_in IS NULL
BEGIN SELECT RAISE(ABORT, 'already superseded'); END;

CREATE TRIGGER sign_order_is_kept BEFORE DELETE ON sign_order
BEGIN SELECT RAISE(ABORT, 'nothing is ever deleted: supersede it'); END;
CREATE TRIGGER sign_order_is_frozen BEFORE UPDATE OF
  fact, sign_order_id, sign_id, place_id, recorded_in, ordered, reason, done, done_by, note
  ON sign_order
BEGIN SELECT RAISE(ABORT, 'nothing is ever rewritten: supersede it and add another'); END;
CREATE TRIGGER sign_order_is_superseded_once BEFORE UPDATE OF superseded_in ON sign_order
WHEN OLD.superseded_in IS NOT NULL OR NEW.superseded_in IS NULL
BEGIN SELECT RAISE(ABORT, 'already superseded'); END;

CREATE TRIGGER name_application_is_kept BEFORE DELETE ON name_application
BEGIN SELECT RAISE(ABORT, 'nothing is ever deleted: supersede it'); END;
CREATE TRIGGER name_application_is_frozen BEFORE UPDATE OF
  fact, application_id, place_id, name_id, division_id, document_id, recorded_in, number, act, kind, pack, name,
  language, script, specific, generic, reading, spelling, scheme, class, location, built_up_area, reasons,
  origin, meaning, applicant, applied, position
  ON name_application
BEGIN SELECT RAISE(ABORT, 'nothing is ever rewritten: supersede it and add another'); END;
CREATE TRIGGER name_application_is_superseded_once BEFORE UPDATE OF superseded_in ON name_application
WHEN OLD.superseded_in IS NOT NULL OR NEW.superseded_in IS NULL
BEGIN SELECT RAISE(ABORT, 'already superseded'); END;

CREATE TRIGGER application_step_is_kept BEFORE DELETE ON application_step
BEGIN SELECT RAISE(ABORT, 'nothing is ever deleted: supersede it'); END;
CREATE TRIGGER application_step_is_frozen BEFORE UPDATE OF
  fact, application_id, document_id, recorded_in, state, day, body, body_kind, body_level, note
  ON application_step
BEGIN SELECT RAISE(ABORT, 'nothing is ever rewritten: supersede it and add another'); END;
CREATE TRIGGER application_step_is_superseded_once BEFORE UPDATE OF superseded_in ON application_step
WHEN OLD.superseded_in IS NOT NULL OR NEW.superseded_in IS NULL
BEGIN SELECT RAISE(ABORT, 'already superseded'); END;

CREATE TRIGGER application_document_is_kept BEFORE DELETE ON application_document
BEGIN SELECT RAISE(ABORT, 'nothing is ever deleted: supersede it'); END;
CREATE TRIGGER application_document_is_frozen BEFORE UPDATE OF
  fact, application_id, document_id, recorded_in, role
  ON application_document
BEGIN SELECT RAISE(ABORT, 'nothing is ever rewritten: supersede it and add another'); END;
CREATE TRIGGER application_document_is_superseded_once BEFORE UPDATE OF superseded_in ON application_document
WHEN OLD.superseded_in IS NOT NULL OR NEW.superseded_in IS NULL
BEGIN SELECT RAISE(ABORT, 'already superseded'); END;

CREATE TRIGGER application_finding_is_kept BEFORE DELETE ON application_finding
BEGIN SELECT RAISE(ABORT, 'nothing is ever deleted: supersede it'); END;
CREATE TRIGGER application_finding_is_frozen BEFORE UPDATE OF
  fact, application_id, recorded_in, stage, rule, severity, facts, reason
  ON application_finding
BEGIN SELECT RAISE(ABORT, 'nothing is ever rewritten: supersede it and add another'); END;
CREATE TRIGGER application_finding_is_superseded_once BEFORE UPDATE OF superseded_in ON application_finding
WHEN OLD.superseded_in IS NOT NULL OR NEW.superseded_in IS NULL
BEGIN SELECT RAISE(ABORT, 'already superseded'); END;
