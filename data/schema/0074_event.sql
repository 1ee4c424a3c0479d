-- SPDX-License-Identifier: Apache-2.0
-- Disasters and what was reported of them. Moments are "2022-07-15T08:30", as the clocks of the place show them.

CREATE TABLE disaster_event (
  fact          INTEGER PRIMARY KEY,
  disaster_event_id INTEGER NOT NULL REFERENCES disaster_event,
  document_id   INTEGER REFERENCES document,
  recorded_in   INTEGER NOT NULL,
  superseded_in INTEGER,
  local_id      TEXT NOT NULL,
  hazard        TEXT NOT NULL,
  name          TEXT NOT NULL,
  severity      TEXT NOT NULL,
  started       TEXT NOT NULL,
  ended         TEXT,
  CHECK (ended IS NULL OR started <= ended)
);

-- Never superseded: a later report stands beside an earlier one, and counts.
CREATE TABLE event_figure (
  fact          INTEGER PRIMARY KEY,
  disaster_event_id INTEGER NOT NULL REFERENCES disaster_event,
  division_id   INTEGER NOT NULL REFERENCES division,
  document_id   INTEGER REFERENCES document,
  recorded_in   INTEGER NOT NULL,
  superseded_in INTEGER,
  stage         TEXT NOT NULL,
  as_of         TEXT NOT NULL,
  indicator     TEXT NOT NULL,
  value         DOUBLE PRECISION NOT NULL CHECK (value >= 0),
  source        TEXT NOT NULL
);
-- Usage: event_figure_list
CREATE INDEX event_figure_event ON event_figure (disaster_event_id);
