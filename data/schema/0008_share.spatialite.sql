-- SPDX-License-Identifier: Apache-2.0
-- Makes the views known as map layers to every program that reads SpatiaLite.
INSERT INTO views_geometry_columns
  (view_name, view_geometry, view_rowid, f_table_name, f_geometry_column, read_only)
VALUES
  ('boundary_now', 'path', 'stretch_id', 'stretch', 'path', 1),
  ('place_now', 'position', 'fact', 'place', 'position', 1),
  ('hazard_zone_now', 'shape', 'fact', 'hazard_zone', 'shape', 1),
  ('facility_now', 'position', 'fact', 'facility', 'position', 1);
