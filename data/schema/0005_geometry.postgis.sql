-- SPDX-License-Identifier: Apache-2.0
ALTER TABLE stretch ADD COLUMN path geometry(LineString, 4326) NOT NULL;
-- Usage: ground_in_box
CREATE INDEX stretch_path ON stretch USING gist (path);

ALTER TABLE place ADD COLUMN position geometry(Point, 4326);
-- Usage: view place_now in map programs
CREATE INDEX place_position ON place USING gist (position);

ALTER TABLE hazard_zone ADD COLUMN shape geometry(MultiPolygon, 4326) NOT NULL;
-- Usage: view hazard_zone_now in map programs
CREATE INDEX hazard_zone_shape ON hazard_zone USING gist (shape);

ALTER TABLE facility ADD COLUMN position geometry(Point, 4326) NOT NULL;
-- Usage: view facility_now in map programs
CREATE INDEX facility_position ON facility USING gist (position);
