-- SPDX-License-Identifier: Apache-2.0
-- Positions of what 0011 keeps; the triggers of 0006 for its tables; a view for map programs.
SELECT AddGeometryColumn('monument', 'position', 4326, 'POINT', 'XY', 1);
SELECT AddGeometryColumn('observation', 'position', 4326, 'POINT', 'XY');
SELECT AddGeometryColumn('hidden_risk', 'position', 4326, 'POINT', 'XY');
SELECT AddGeometryColumn('feature_shift', 'position', 4326, 'POINT', 'XY', 1);
SELECT AddGeometryColumn('line_project', 'path', 4326, 'LINESTRING', 'XY', 1);
-- Usage: view monument_now in map programs; and rows are written the fast way
SELECT CreateSpatialIndex('monument', 'position');
-- Usage: map programs; and rows are written the fast way
SELECT CreateSpatialIndex('observation', 'position');
-- Usage: map programs; and rows are written the fast way
SELECT CreateSpatialIndex('hidden_risk', 'position');
-- Usage: map programs; and rows are written the fast way
SELECT CreateSpatialIndex('feature_shift', 'position');
-- Usage: map programs; and rows are written the fast way
SELECT CreateSpatialIndex('line_project', 'path');

CREATE TRIGGER line_record_is_kept BEFORE DELETE ON line_record
BEGIN SELECT RAISE(ABORT, 'nothing is ever deleted: supersede it'); END;
CREATE TRIGGER line_record_is_frozen BEFORE UPDATE OF
  fact, boundary_line_id, approval_id, agreement_id, recorded_in, valid_from, valid_until, status, code, name,
  other_name, approving_body, managing, published_by, published_on, annex_scale, accuracy_m
  ON line_record
BEGIN SELECT RAISE(ABORT, 'nothing is ever rewritten: supersede it and add another'); END;
CREATE TRIGGER line_record_is_superseded_once BEFORE UPDATE OF superseded_in ON line_record
WHEN OLD.superseded_in IS NOT NULL OR NEW.superseded_in IS NULL
BEGIN SELECT RAISE(ABORT, 'already superseded'); END;

CREATE TRIGGER monument_is_kept BEFORE DELETE ON monument
BEGIN SELECT RAISE(ABORT, 'nothing is ever deleted: supersede it'); END;
CREATE TRIGGER monument_is_frozen BEFORE UPDATE OF
  fact, monument_id, side_id, agreement_id, recorded_in, valid_from, valid_until, number, kind, height_m,
  accuracy_m, surveyed_on, method, material, location, keeper, position
  ON monument
BEGIN SELECT RAISE(ABORT, 'nothing is ever rewritten: supersede it and add another'); END;
CREATE TRIGGER monument_is_superseded_once BEFORE UPDATE OF superseded_in ON monument
WHEN OLD.superseded_in IS NOT NULL OR NEW.superseded_in IS NULL
BEGIN SELECT RAISE(ABORT, 'already superseded'); END;

CREATE TRIGGER monument_line_is_kept BEFORE DELETE ON monument_line
BEGIN SELECT RAISE(ABORT, 'nothing is ever deleted: supersede it'); END;
CREATE TRIGGER monument_line_is_frozen BEFORE UPDATE OF
  fact, monument_id, boundary_line_id, recorded_in
  ON monument_line
BEGIN SELECT RAISE(ABORT, 'nothing is ever rewritten: supersede it and add another'); END;
CREATE TRIGGER monument_line_is_superseded_once BEFORE UPDATE OF superseded_in ON monument_line
WHEN OLD.superseded_in IS NOT NULL OR NEW.superseded_in IS NULL
BEGIN SELECT RAISE(ABORT, 'already superseded'); END;

CREATE TRIGGER witness_is_kept BEFORE DELETE ON witness
BEGIN SELECT RAISE(ABORT, 'nothing is ever deleted: supersede it'); END;
CREATE TRIGGER witness_is_frozen BEFORE UPDATE OF
  fact, monument_id, recorded_in, ordinal, object, part, azimuth_deg, distance_m
  ON witness
BEGIN SELECT RAISE(ABORT, 'nothing is ever rewritten: supersede it and add another'); END;
CREATE TRIGGER witness_is_superseded_once BEFORE UPDATE OF superseded_in ON witness
WHEN OLD.superseded_in IS NOT NULL OR NEW.superseded_in IS NULL
BEGIN SELECT RAISE(ABORT, 'already superseded'); END;

CREATE TRIGGER segment_is_kept BEFORE DELETE ON segment
BEGIN SELECT RAISE(ABORT, 'nothing is ever deleted: supersede it'); END;
CREATE TRIGGER segment_is_frozen BEFORE UPDATE OF
  fact, segment_id, boundary_line_id, from_monument_id, to_monument_id, recorded_in, valid_from, valid_until,
  ordinal, carrier, feature, side, downstream, movement, text, accuracy_m
  ON segment
BEGIN SELECT RAISE(ABORT, 'nothing is ever rewritten: supersede it and add another'); END;
CREATE TRIGGER segment_is_superseded_once BEFORE UPDATE OF superseded_in ON segment
WHEN OLD.superseded_in IS NOT NULL OR NEW.superseded_in IS NULL
BEGIN SELECT RAISE(ABORT, 'already superseded'); END;

CREATE TRIGGER inspection_is_kept BEFORE DELETE ON inspection
BEGIN SELECT RAISE(ABORT, 'nothing is ever deleted: supersede it'); END;
CREATE TRIGGER inspection_is_frozen BEFORE UPDATE OF
  inspection_id, boundary_line_id, recorded_in, local_id, kind, reason
  ON inspection
BEGIN SELECT RAISE(ABORT, 'nothing is ever rewritten: supersede it and add another'); END;
CREATE TRIGGER inspection_is_superseded_once BEFORE UPDATE OF superseded_in ON inspection
WHEN OLD.superseded_in IS NOT NULL OR NEW.superseded_in IS NULL
BEGIN SELECT RAISE(ABORT, 'already superseded'); END;

CREATE TRIGGER inspection_step_is_kept BEFORE DELETE ON inspection_step
BEGIN SELECT RAISE(ABORT, 'nothing is ever deleted: supersede it'); END;
CREATE TRIGGER inspection_step_is_frozen BEFORE UPDATE OF
  fact, inspection_id, lead_id, recorded_in, state, day, due_on, left_by, right_by, filing, note
  ON inspection_step
BEGIN SELECT RAISE(ABORT, 'nothing is ever rewritten: supersede it and add another'); END;
CREATE TRIGGER inspection_step_is_superseded_once BEFORE UPDATE OF superseded_in ON inspection_step
WHEN OLD.superseded_in IS NOT NULL OR NEW.superseded_in IS NULL
BEGIN SELECT RAISE(ABORT, 'already superseded'); END;

CREATE TRIGGER observation_is_kept BEFORE DELETE ON observation
BEGIN SELECT RAISE(ABORT, 'nothing is ever deleted: supersede it'); END;
CREATE TRIGGER observation_is_frozen BEFORE UPDATE OF
  observation_id, monument_id, inspection_id, recorded_in, day, state, accuracy_m, method, observer,
  inscription, witnesses, photo, issue, note, position
  ON observation
BEGIN SELECT RAISE(ABORT, 'nothing is ever rewritten: supersede it and add another'); END;
CREATE TRIGGER observation_is_superseded_once BEFORE UPDATE OF superseded_in ON observation
WHEN OLD.superseded_in IS NOT NULL OR NEW.superseded_in IS NULL
BEGIN SELECT RAISE(ABORT, 'already superseded'); END;

CREATE TRIGGER segment_check_is_kept BEFORE DELETE ON segment_check
BEGIN SELECT RAISE(ABORT, 'nothing is ever deleted: supersede it'); END;
CREATE TRIGGER segment_check_is_frozen BEFORE UPDATE OF
  fact, inspection_id, segment_id, recorded_in, day, state, issue, note
  ON segment_check
BEGIN SELECT RAISE(ABORT, 'nothing is ever rewritten: supersede it and add another'); END;
CREATE TRIGGER segment_check_is_superseded_once BEFORE UPDATE OF superseded_in ON segment_check
WHEN OLD.superseded_in IS NOT NULL OR NEW.superseded_in IS NULL
BEGIN SELECT RAISE(ABORT, 'already superseded'); END;

CREATE TRIGGER repair_order_is_kept BEFORE DELETE ON repair_order
BEGIN SELECT RAISE(ABORT, 'nothing is ever deleted: supersede it'); END;
CREATE TRIGGER repair_order_is_frozen BEFORE UPDATE OF
  fact, repair_order_id, monument_id, managing_id, neighbour_id, recorded_in, reason, ordered_on, done_on,
  managing_by, neighbour_by, work
  ON repair_order
BEGIN SELECT RAISE(ABORT, 'nothing is ever rewritten: supersede it and add another'); END;
CREATE TRIGGER repair_order_is_superseded_once BEFORE UPDATE OF superseded_in ON repair_order
WHEN OLD.superseded_in IS NOT NULL OR NEW.superseded_in IS NULL
BEGIN SELECT RAISE(ABORT, 'already superseded'); END;

CREATE TRIGGER patrol_is_kept BEFORE DELETE ON patrol
BEGIN SELECT RAISE(ABORT, 'nothing is ever deleted: supersede it'); END;
CREATE TRIGGER patrol_is_frozen BEFORE UPDATE OF
  fact, boundary_line_id, from_monument_id, to_monument_id, recorded_in, day, patroller, occasion, corridor_m,
  note
  ON patrol
BEGIN SELECT RAISE(ABORT, 'nothing is ever rewritten: supersede it and add another'); END;
CREATE TRIGGER patrol_is_superseded_once BEFORE UPDATE OF superseded_in ON patrol
WHEN OLD.superseded_in IS NOT NULL OR NEW.superseded_in IS NULL
BEGIN SELECT RAISE(ABORT, 'already superseded'); END;

CREATE TRIGGER hidden_risk_is_kept BEFORE DELETE ON hidden_risk
BEGIN SELECT RAISE(ABORT, 'nothing is ever deleted: supersede it'); END;
CREATE TRIGGER hidden_risk_is_frozen BEFORE UPDATE OF
  fact, hidden_risk_id, boundary_line_id, segment_id, recorded_in, local_id, type, severity, found_on,
  found_by, parties, measures, due_on, closed_on, note, position
  ON hidden_risk
BEGIN SELECT RAISE(ABORT, 'nothing is ever rewritten: supersede it and add another'); END;
CREATE TRIGGER hidden_risk_is_superseded_once BEFORE UPDATE OF superseded_in ON hidden_risk
WHEN OLD.superseded_in IS NOT NULL OR NEW.superseded_in IS NULL
BEGIN SELECT RAISE(ABORT, 'already superseded'); END;

CREATE TRIGGER feature_shift_is_kept BEFORE DELETE ON feature_shift
BEGIN SELECT RAISE(ABORT, 'nothing is ever deleted: supersede it'); END;
CREATE TRIGGER feature_shift_is_frozen BEFORE UPDATE OF
  fact, segment_id, document_id, recorded_in, day, greatest_m, mean_m, allowed_m, position
  ON feature_shift
BEGIN SELECT RAISE(ABORT, 'nothing is ever rewritten: supersede it and add another'); END;
CREATE TRIGGER feature_shift_is_superseded_once BEFORE UPDATE OF superseded_in ON feature_shift
WHEN OLD.superseded_in IS NOT NULL OR NEW.superseded_in IS NULL
BEGIN SELECT RAISE(ABORT, 'already superseded'); END;

CREATE TRIGGER line_project_is_kept BEFORE DELETE ON line_project
BEGIN SELECT RAISE(ABORT, 'nothing is ever deleted: supersede it'); END;
CREATE TRIGGER line_project_is_frozen BEFORE UPDATE OF
  line_project_id, recorded_in, title, builder, begins_on, note, path
  ON line_project
BEGIN SELECT RAISE(ABORT, 'nothing is ever rewritten: supersede it and add another'); END;
CREATE TRIGGER line_project_is_superseded_once BEFORE UPDATE OF superseded_in ON line_project
WHEN OLD.superseded_in IS NOT NULL OR NEW.superseded_in IS NULL
BEGIN SELECT RAISE(ABORT, 'already superseded'); END;

CREATE TRIGGER line_consent_is_kept BEFORE DELETE ON line_consent
BEGIN SELECT RAISE(ABORT, 'nothing is ever deleted: supersede it'); END;
CREATE TRIGGER line_consent_is_frozen BEFORE UPDATE OF
  fact, line_project_id, division_id, recorded_in, given_on, permit
  ON line_consent
BEGIN SELECT RAISE(ABORT, 'nothing is ever rewritten: supersede it and add another'); END;
CREATE TRIGGER line_consent_is_superseded_once BEFORE UPDATE OF superseded_in ON line_consent
WHEN OLD.superseded_in IS NOT NULL OR NEW.superseded_in IS NULL
BEGIN SELECT RAISE(ABORT, 'already superseded'); END;

CREATE VIEW monument_now AS
SELECT m.fact, m.monument_id, m.number, m.kind, m.location, m.keeper, m.accuracy_m, m.height_m,
       (SELECT min(l.boundary_line_id) FROM monument_line l
         WHERE l.monument_id = m.monument_id AND l.superseded_in IS NULL) AS boundary_line_id,
       (SELECT count(*) FROM observation o WHERE o.monument_id = m.monument_id AND o.superseded_in IS NULL) AS observations,
       m.valid_from, m.valid_until, m.position
  FROM monument m
 WHERE m.superseded_in IS NULL AND m.valid_from <= CAST(CURRENT_DATE AS TEXT)
   AND m.valid_until > CAST(CURRENT_DATE AS TEXT);

INSERT INTO views_geometry_columns
  (view_name, view_geometry, view_rowid, f_table_name, f_geometry_column, read_only)
VALUES ('monument_now', 'position', 'fact', 'monument', 'position', 1);
