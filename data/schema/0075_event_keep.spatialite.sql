-- SPDX-License-Identifier: Apache-2.0
-- The area of a disaster, where it is drawn; what 0006 says of facts holds for those of 0074 too.
SELECT AddGeometryColumn('disaster_event', 'area', 4326, 'MULTIPOLYGON', 'XY', 0);
-- Usage: disaster_event in map programs
SELECT CreateSpatialIndex('disaster_event', 'area');

CREATE TRIGGER disaster_event_is_kept BEFORE DELETE ON disaster_event
BEGIN SELECT RAISE(ABORT, 'nothing is ever deleted: supersede it'); END;
CREATE TRIGGER disaster_event_is_frozen BEFORE UPDATE OF
  fact, disaster_event_id, document_id, recorded_in, local_id, hazard, name, severity, started, ended, area
  ON disaster_event
BEGIN SELECT RAISE(ABORT, 'nothing is ever rewritten: supersede it and add another'); END;
CREATE TRIGGER disaster_event_is_superseded_once BEFORE UPDATE OF superseded_in ON disaster_event
WHEN OLD.superseded_in IS NOT NULL OR NEW.superseded_in IS NULL
BEGIN SELECT RAISE(ABORT, 'already superseded'); END;

CREATE TRIGGER event_figure_is_kept BEFORE DELETE ON event_figure
BEGIN SELECT RAISE(ABORT, 'nothing is ever deleted: supersede it'); END;
CREATE TRIGGER event_figure_is_frozen BEFORE UPDATE OF
  fact, disaster_event_id, division_id, document_id, recorded_in, stage, as_of, indicator, value, source
  ON event_figure
BEGIN SELECT RAISE(ABORT, 'nothing is ever rewritten: supersede it and add another'); END;
CREATE TRIGGER event_figure_is_superseded_once BEFORE UPDATE OF superseded_in ON event_figure
WHEN OLD.superseded_in IS NOT NULL OR NEW.superseded_in IS NULL
BEGIN SELECT RAISE(ABORT, 'already superseded'); END;
