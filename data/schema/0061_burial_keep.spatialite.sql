-- SPDX-License-Identifier: Apache-2.0
-- Where the things of 0060 are; what 0006 says of facts holds for them too.
SELECT AddGeometryColumn('grave', 'position', 4326, 'POINT', 'XY', 1);
-- Usage: grave in map programs
SELECT CreateSpatialIndex('grave', 'position');
SELECT AddGeometryColumn('grave', 'footprint', 4326, 'MULTIPOLYGON', 'XY');
-- Usage: grave in map programs
SELECT CreateSpatialIndex('grave', 'footprint');
SELECT AddGeometryColumn('facility_record', 'area', 4326, 'MULTIPOLYGON', 'XY');
-- Usage: facility_record in map programs
SELECT CreateSpatialIndex('facility_record', 'area');
SELECT AddGeometryColumn('land_feature', 'position', 4326, 'POINT', 'XY');
-- Usage: land_feature in map programs
SELECT CreateSpatialIndex('land_feature', 'position');
SELECT AddGeometryColumn('land_feature', 'path', 4326, 'LINESTRING', 'XY');
-- Usage: land_feature in map programs
SELECT CreateSpatialIndex('land_feature', 'path');
SELECT AddGeometryColumn('land_feature', 'area', 4326, 'MULTIPOLYGON', 'XY');
-- Usage: land_feature in map programs
SELECT CreateSpatialIndex('land_feature', 'area');

-- Graves that stand today.
CREATE VIEW grave_now AS
SELECT g.fact, g.grave_id, g.local_id, g.area_m2, g.annex_m2, g.hardened, g.remains, g.form, g.clan, g.built_from,
       g.built_until, g.first_seen, g.land_class, g.accuracy_m, g.method,
       (SELECT min(p.kind) FROM grave_protection p
         WHERE p.grave_id = g.grave_id AND p.superseded_in IS NULL
           AND p.valid_from <= CAST(CURRENT_DATE AS TEXT) AND p.valid_until > CAST(CURRENT_DATE AS TEXT)) AS protected,
       g.source, g.valid_from, g.valid_until, g.position
  FROM grave g
 WHERE g.superseded_in IS NULL AND g.valid_from <= CAST(CURRENT_DATE AS TEXT)
   AND g.valid_until > CAST(CURRENT_DATE AS TEXT);

INSERT INTO views_geometry_columns
  (view_name, view_geometry, view_rowid, f_table_name, f_geometry_column, read_only)
VALUES ('grave_now', 'position', 'fact', 'grave', 'position', 1);

CREATE TRIGGER grave_is_kept BEFORE DELETE ON grave
BEGIN SELECT RAISE(ABORT, 'nothing is ever deleted: supersede it'); END;
CREATE TRIGGER grave_is_frozen BEFORE UPDATE OF
  fact, grave_id, place_id, facility_id, document_id, recorded_in, valid_from, valid_until, local_id,
  accuracy_m, method, area_m2, annex_m2, hardened, remains, form, clan, stone_height_m, built_from,
  built_until, rebuilt, first_seen, land_class, note, source, position, footprint
  ON grave
BEGIN SELECT RAISE(ABORT, 'nothing is ever rewritten: supersede it and add another'); END;
CREATE TRIGGER grave_is_superseded_once BEFORE UPDATE OF superseded_in ON grave
WHEN OLD.superseded_in IS NOT NULL OR NEW.superseded_in IS NULL
BEGIN SELECT RAISE(ABORT, 'already superseded'); END;

CREATE TRIGGER grave_protection_is_kept BEFORE DELETE ON grave_protection
BEGIN SELECT RAISE(ABORT, 'nothing is ever deleted: supersede it'); END;
CREATE TRIGGER grave_protection_is_frozen BEFORE UPDATE OF
  fact, grave_id, document_id, recorded_in, valid_from, valid_until, kind, list, entry
  ON grave_protection
BEGIN SELECT RAISE(ABORT, 'nothing is ever rewritten: supersede it and add another'); END;
CREATE TRIGGER grave_protection_is_superseded_once BEFORE UPDATE OF superseded_in ON grave_protection
WHEN OLD.superseded_in IS NOT NULL OR NEW.superseded_in IS NULL
BEGIN SELECT RAISE(ABORT, 'already superseded'); END;

CREATE TRIGGER facility_record_is_kept BEFORE DELETE ON facility_record
BEGIN SELECT RAISE(ABORT, 'nothing is ever deleted: supersede it'); END;
CREATE TRIGGER facility_record_is_frozen BEFORE UPDATE OF
  fact, facility_id, document_id, recorded_in, valid_from, valid_until, state, ownership, operator,
  approval_number, approved_on, approval_body, approval_level, area_approved_m2, area_built_m2, opened,
  service_radius_m, note, area
  ON facility_record
BEGIN SELECT RAISE(ABORT, 'nothing is ever rewritten: supersede it and add another'); END;
CREATE TRIGGER facility_record_is_superseded_once BEFORE UPDATE OF superseded_in ON facility_record
WHEN OLD.superseded_in IS NOT NULL OR NEW.superseded_in IS NULL
BEGIN SELECT RAISE(ABORT, 'already superseded'); END;

CREATE TRIGGER facility_service_is_kept BEFORE DELETE ON facility_service
BEGIN SELECT RAISE(ABORT, 'nothing is ever deleted: supersede it'); END;
CREATE TRIGGER facility_service_is_frozen BEFORE UPDATE OF
  fact, facility_id, division_id, document_id, recorded_in, valid_from, valid_until
  ON facility_service
BEGIN SELECT RAISE(ABORT, 'nothing is ever rewritten: supersede it and add another'); END;
CREATE TRIGGER facility_service_is_superseded_once BEFORE UPDATE OF superseded_in ON facility_service
WHEN OLD.superseded_in IS NOT NULL OR NEW.superseded_in IS NULL
BEGIN SELECT RAISE(ABORT, 'already superseded'); END;

CREATE TRIGGER facility_stock_is_kept BEFORE DELETE ON facility_stock
BEGIN SELECT RAISE(ABORT, 'nothing is ever deleted: supersede it'); END;
CREATE TRIGGER facility_stock_is_frozen BEFORE UPDATE OF
  fact, facility_id, document_id, recorded_in, counted, type, planned, used, reserved, unit_area_m2
  ON facility_stock
BEGIN SELECT RAISE(ABORT, 'nothing is ever rewritten: supersede it and add another'); END;
CREATE TRIGGER facility_stock_is_superseded_once BEFORE UPDATE OF superseded_in ON facility_stock
WHEN OLD.superseded_in IS NOT NULL OR NEW.superseded_in IS NULL
BEGIN SELECT RAISE(ABORT, 'already superseded'); END;

CREATE TRIGGER facility_year_is_kept BEFORE DELETE ON facility_year
BEGIN SELECT RAISE(ABORT, 'nothing is ever deleted: supersede it'); END;
CREATE TRIGGER facility_year_is_frozen BEFORE UPDATE OF
  fact, facility_id, document_id, recorded_in, year, placements, ecological, inspected_on, inspection, note
  ON facility_year
BEGIN SELECT RAISE(ABORT, 'nothing is ever rewritten: supersede it and add another'); END;
CREATE TRIGGER facility_year_is_superseded_once BEFORE UPDATE OF superseded_in ON facility_year
WHEN OLD.superseded_in IS NOT NULL OR NEW.superseded_in IS NULL
BEGIN SELECT RAISE(ABORT, 'already superseded'); END;

CREATE TRIGGER facility_price_is_kept BEFORE DELETE ON facility_price
BEGIN SELECT RAISE(ABORT, 'nothing is ever deleted: supersede it'); END;
CREATE TRIGGER facility_price_is_frozen BEFORE UPDATE OF
  fact, facility_id, document_id, recorded_in, valid_from, valid_until, item, basis, price, currency, unit
  ON facility_price
BEGIN SELECT RAISE(ABORT, 'nothing is ever rewritten: supersede it and add another'); END;
CREATE TRIGGER facility_price_is_superseded_once BEFORE UPDATE OF superseded_in ON facility_price
WHEN OLD.superseded_in IS NOT NULL OR NEW.superseded_in IS NULL
BEGIN SELECT RAISE(ABORT, 'already superseded'); END;

CREATE TRIGGER land_feature_is_kept BEFORE DELETE ON land_feature
BEGIN SELECT RAISE(ABORT, 'nothing is ever deleted: supersede it'); END;
CREATE TRIGGER land_feature_is_frozen BEFORE UPDATE OF
  fact, land_feature_id, document_id, recorded_in, valid_from, valid_until, local_id, class, name, accuracy_m,
  source, position, path, area
  ON land_feature
BEGIN SELECT RAISE(ABORT, 'nothing is ever rewritten: supersede it and add another'); END;
CREATE TRIGGER land_feature_is_superseded_once BEFORE UPDATE OF superseded_in ON land_feature
WHEN OLD.superseded_in IS NOT NULL OR NEW.superseded_in IS NULL
BEGIN SELECT RAISE(ABORT, 'already superseded'); END;
