-- SPDX-License-Identifier: Apache-2.0
SELECT AddGeometryColumn('stretch', 'path', 4326, 'LINESTRING', 'XY', 1);
-- Usage: ground_in_box, ground_box, views boundary_now and stretch in map programs
SELECT CreateSpatialIndex('stretch', 'path');

SELECT AddGeometryColumn('place', 'position', 4326, 'POINT', 'XY');
-- Usage: view place_now in map programs
SELECT CreateSpatialIndex('place', 'position');

SELECT AddGeometryColumn('hazard_zone', 'shape', 4326, 'MULTIPOLYGON', 'XY', 1);
-- Usage: view hazard_zone_now in map programs
SELECT CreateSpatialIndex('hazard_zone', 'shape');

SELECT AddGeometryColumn('facility', 'position', 4326, 'POINT', 'XY', 1);
-- Usage: view facility_now in map programs
SELECT CreateSpatialIndex('facility', 'position');
