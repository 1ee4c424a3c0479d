-- SPDX-License-Identifier: Apache-2.0
-- Where shelters and depots are; what 0006 says of facts holds for those of 0072 too.
SELECT AddGeometryColumn('shelter', 'position', 4326, 'POINT', 'XY', 1);
-- Usage: shelter in map programs
SELECT CreateSpatialIndex('shelter', 'position');

SELECT AddGeometryColumn('depot', 'position', 4326, 'POINT', 'XY', 1);
-- Usage: depot in map programs
SELECT CreateSpatialIndex('depot', 'position');

CREATE TRIGGER shelter_is_kept BEFORE DELETE ON shelter
BEGIN SELECT RAISE(ABORT, 'nothing is ever deleted: supersede it'); END;
CREATE TRIGGER shelter_is_frozen BEFORE UPDATE OF
  fact, shelter_id, document_id, recorded_in, valid_from, valid_until, local_id, name, level, space,
  duration, effective_area_m2, area_per_head_m2, hazards, in_use, exits, equipment, source, position
  ON shelter
BEGIN SELECT RAISE(ABORT, 'nothing is ever rewritten: supersede it and add another'); END;
CREATE TRIGGER shelter_is_superseded_once BEFORE UPDATE OF superseded_in ON shelter
WHEN OLD.superseded_in IS NOT NULL OR NEW.superseded_in IS NULL
BEGIN SELECT RAISE(ABORT, 'already superseded'); END;

CREATE TRIGGER depot_is_kept BEFORE DELETE ON depot
BEGIN SELECT RAISE(ABORT, 'nothing is ever deleted: supersede it'); END;
CREATE TRIGGER depot_is_frozen BEFORE UPDATE OF
  fact, depot_id, document_id, recorded_in, valid_from, valid_until, local_id, name, level, covers_people,
  source, position
  ON depot
BEGIN SELECT RAISE(ABORT, 'nothing is ever rewritten: supersede it and add another'); END;
CREATE TRIGGER depot_is_superseded_once BEFORE UPDATE OF superseded_in ON depot
WHEN OLD.superseded_in IS NOT NULL OR NEW.superseded_in IS NULL
BEGIN SELECT RAISE(ABORT, 'already superseded'); END;

CREATE TRIGGER depot_stock_is_kept BEFORE DELETE ON depot_stock
BEGIN SELECT RAISE(ABORT, 'nothing is ever deleted: supersede it'); END;
CREATE TRIGGER depot_stock_is_frozen BEFORE UPDATE OF
  fact, depot_id, document_id, recorded_in, valid_from, valid_until, item, unit, quantity, expires_on,
  source
  ON depot_stock
BEGIN SELECT RAISE(ABORT, 'nothing is ever rewritten: supersede it and add another'); END;
CREATE TRIGGER depot_stock_is_superseded_once BEFORE UPDATE OF superseded_in ON depot_stock
WHEN OLD.superseded_in IS NOT NULL OR NEW.superseded_in IS NULL
BEGIN SELECT RAISE(ABORT, 'already superseded'); END;

CREATE VIEW shelter_now AS
SELECT s.fact, s.shelter_id, s.local_id, s.name, s.level, s.space, s.duration, s.effective_area_m2, s.area_per_head_m2, s.hazards, s.in_use, s.source,
       s.valid_from, s.valid_until, s.position
  FROM shelter s
 WHERE s.superseded_in IS NULL AND s.valid_from <= CAST(CURRENT_DATE AS TEXT) AND s.valid_until > CAST(CURRENT_DATE AS TEXT);

CREATE VIEW depot_now AS
SELECT d.fact, d.depot_id, d.local_id, d.name, d.level, d.covers_people, d.source, d.valid_from, d.valid_until, d.position
  FROM depot d
 WHERE d.superseded_in IS NULL AND d.valid_from <= CAST(CURRENT_DATE AS TEXT) AND d.valid_until > CAST(CURRENT_DATE AS TEXT);

-- Makes the views known as map layers to every program that reads SpatiaLite.
INSERT INTO views_geometry_columns
  (view_name, view_geometry, view_rowid, f_table_name, f_geometry_column, read_only)
VALUES
  ('shelter_now', 'position', 'fact', 'shelter', 'position', 1),
  ('depot_now', 'position', 'fact', 'depot', 'position', 1);
