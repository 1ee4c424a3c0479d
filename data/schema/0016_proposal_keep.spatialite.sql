-- SPDX-License-Identifier: Apache-2.0
-- Where heights are known; what 0006 says of facts holds for those of 0015 too.
SELECT AddGeometryColumn('elevation', 'extent', 4326, 'MULTIPOLYGON', 'XY', 1);
-- Usage: elevation in map programs
SELECT CreateSpatialIndex('elevation', 'extent');

CREATE TRIGGER population_is_kept BEFORE DELETE ON population
BEGIN SELECT RAISE(ABORT, 'nothing is ever deleted: supersede it'); END;
CREATE TRIGGER population_is_frozen BEFORE UPDATE OF
  fact, place_id, document_id, recorded_in, counted, people
  ON population
BEGIN SELECT RAISE(ABORT, 'nothing is ever rewritten: supersede it and add another'); END;
CREATE TRIGGER population_is_superseded_once BEFORE UPDATE OF superseded_in ON population
WHEN OLD.superseded_in IS NOT NULL OR NEW.superseded_in IS NULL
BEGIN SELECT RAISE(ABORT, 'already superseded'); END;

CREATE TRIGGER elevation_is_kept BEFORE DELETE ON elevation
BEGIN SELECT RAISE(ABORT, 'nothing is ever deleted: supersede it'); END;
CREATE TRIGGER elevation_is_frozen BEFORE UPDATE OF
  fact, document_id, recorded_in, valid_from, valid_until, name, source_sha256, day, crs, vertical_datum,
  accuracy_m, west, north, column_step, row_step, column_count, row_count, holes, lowest_m, highest_m, cell_m,
  content_sha256, extent
  ON elevation
BEGIN SELECT RAISE(ABORT, 'nothing is ever rewritten: supersede it and add another'); END;
CREATE TRIGGER elevation_is_superseded_once BEFORE UPDATE OF superseded_in ON elevation
WHEN OLD.superseded_in IS NOT NULL OR NEW.superseded_in IS NULL
BEGIN SELECT RAISE(ABORT, 'already superseded'); END;

CREATE TRIGGER opinion_basis_is_kept BEFORE DELETE ON opinion_basis
BEGIN SELECT RAISE(ABORT, 'nothing is ever deleted: supersede it'); END;
CREATE TRIGGER opinion_basis_is_frozen BEFORE UPDATE OF
  fact, line_opinion_id, recorded_in, part, name, said, sha256, day
  ON opinion_basis
BEGIN SELECT RAISE(ABORT, 'nothing is ever rewritten: supersede it and add another'); END;
CREATE TRIGGER opinion_basis_is_superseded_once BEFORE UPDATE OF superseded_in ON opinion_basis
WHEN OLD.superseded_in IS NOT NULL OR NEW.superseded_in IS NULL
BEGIN SELECT RAISE(ABORT, 'already superseded'); END;
