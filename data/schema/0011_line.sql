-- SPDX-License-Identifier: Apache-2.0
-- The record of lines beside where they run: what the law says of them, their monuments and segments, inspections
-- and upkeep. Positions are added in 0012: each engine has its own way of declaring geometry.

-- What the law says of a line, one version after the other.
CREATE TABLE line_record (
  fact             INTEGER PRIMARY KEY,
  boundary_line_id INTEGER NOT NULL REFERENCES boundary_line,
  approval_id      INTEGER REFERENCES document,
  agreement_id     INTEGER REFERENCES document,
  recorded_in      INTEGER NOT NULL,
  superseded_in    INTEGER,
  valid_from       TEXT NOT NULL,
  valid_until      TEXT NOT NULL,
  status           TEXT NOT NULL,
  code             TEXT NOT NULL,
  name             TEXT NOT NULL,
  other_name       TEXT NOT NULL,
  approving_body   TEXT NOT NULL,
  managing         TEXT NOT NULL,
  published_by     TEXT NOT NULL,
  published_on     TEXT,
  annex_scale      INTEGER NOT NULL CHECK (annex_scale >= 0),
  accuracy_m       DOUBLE PRECISION NOT NULL CHECK (accuracy_m >= 0),
  CHECK (valid_from < valid_until)
);

-- Where a monument stands in law. Its id is the number of its first version.
CREATE TABLE monument (
  fact             INTEGER PRIMARY KEY,
  monument_id      INTEGER NOT NULL REFERENCES monument,
  side_id          INTEGER REFERENCES division,
  agreement_id     INTEGER REFERENCES document,
  recorded_in      INTEGER NOT NULL,
  superseded_in    INTEGER,
  valid_from       TEXT NOT NULL,
  valid_until      TEXT NOT NULL,
  number           TEXT NOT NULL,
  kind             TEXT NOT NULL CHECK (kind IN ('single', 'double', 'triple', 'point')),
  height_m         DOUBLE PRECISION,
  accuracy_m       DOUBLE PRECISION NOT NULL CHECK (accuracy_m >= 0),
  surveyed_on      TEXT,
  method           TEXT NOT NULL,
  material         TEXT NOT NULL,
  location         TEXT NOT NULL,
  keeper           TEXT NOT NULL,
  CHECK (valid_from < valid_until)
);

-- The lines that a monument stands on: one, or three at a tri-junction.
CREATE TABLE monument_line (
  fact             INTEGER PRIMARY KEY,
  monument_id      INTEGER NOT NULL REFERENCES monument,
  boundary_line_id INTEGER NOT NULL REFERENCES boundary_line,
  recorded_in      INTEGER NOT NULL,
  superseded_in    INTEGER
);
-- Usage: view monument_now, and whoever asks for one monument
CREATE INDEX monument_line_monument ON monument_line (monument_id);

-- What stands near a monument, so that its place is found again: coordinate azimuth from the monument.
CREATE TABLE witness (
  fact             INTEGER PRIMARY KEY,
  monument_id      INTEGER NOT NULL REFERENCES monument,
  recorded_in      INTEGER NOT NULL,
  superseded_in    INTEGER,
  ordinal          INTEGER NOT NULL,
  object           TEXT NOT NULL,
  part             TEXT NOT NULL,
  azimuth_deg      DOUBLE PRECISION NOT NULL CHECK (azimuth_deg >= 0 AND azimuth_deg < 360),
  distance_m       DOUBLE PRECISION NOT NULL CHECK (distance_m > 0)
);
-- Usage: view monument_now, and whoever asks for one monument
CREATE INDEX witness_monument ON witness (monument_id);

-- What a line follows from one monument to the next. Its id is the number of its first version.
CREATE TABLE segment (
  fact             INTEGER PRIMARY KEY,
  segment_id       INTEGER NOT NULL REFERENCES segment,
  boundary_line_id INTEGER NOT NULL REFERENCES boundary_line,
  from_monument_id INTEGER REFERENCES monument,
  to_monument_id   INTEGER REFERENCES monument,
  recorded_in      INTEGER NOT NULL,
  superseded_in    INTEGER,
  valid_from       TEXT NOT NULL,
  valid_until      TEXT NOT NULL,
  ordinal          INTEGER NOT NULL CHECK (ordinal > 0),
  carrier          TEXT NOT NULL,
  feature          TEXT NOT NULL,
  side             TEXT NOT NULL CHECK (side IN ('centre', 'left', 'right')),
  downstream       INTEGER CHECK (downstream IN (0, 1)),
  movement         TEXT NOT NULL CHECK (movement IN ('fixed', 'follows_feature')),
  text             TEXT NOT NULL,
  accuracy_m       DOUBLE PRECISION NOT NULL CHECK (accuracy_m >= 0),
  CHECK (valid_from < valid_until)
);

-- A joint inspection; its state is that of its last step.
CREATE TABLE inspection (
  inspection_id    INTEGER PRIMARY KEY,
  boundary_line_id INTEGER NOT NULL REFERENCES boundary_line,
  recorded_in      INTEGER NOT NULL,
  superseded_in    INTEGER,
  local_id         TEXT NOT NULL,
  kind             TEXT NOT NULL CHECK (kind IN ('regular', 'special')),
  reason           TEXT NOT NULL
);

-- The steps of inspections, in the order taken.
CREATE TABLE inspection_step (
  fact             INTEGER PRIMARY KEY,
  inspection_id    INTEGER NOT NULL REFERENCES inspection,
  lead_id          INTEGER REFERENCES division,
  recorded_in      INTEGER NOT NULL,
  superseded_in    INTEGER,
  state            TEXT NOT NULL,
  day              TEXT NOT NULL,
  due_on           TEXT,
  left_by          TEXT NOT NULL,
  right_by         TEXT NOT NULL,
  filing           TEXT NOT NULL,
  note             TEXT NOT NULL
);

-- Where and how a monument was found on one day; where it stands in law is not touched by that.
CREATE TABLE observation (
  observation_id   INTEGER PRIMARY KEY,
  monument_id      INTEGER NOT NULL REFERENCES monument,
  inspection_id    INTEGER REFERENCES inspection,
  recorded_in      INTEGER NOT NULL,
  superseded_in    INTEGER,
  day              TEXT NOT NULL,
  state            TEXT NOT NULL CHECK (state IN ('found', 'damaged', 'missing')),
  accuracy_m       DOUBLE PRECISION NOT NULL CHECK (accuracy_m >= 0),
  method           TEXT NOT NULL,
  observer         TEXT NOT NULL,
  inscription      TEXT NOT NULL,
  witnesses        INTEGER,
  photo            TEXT NOT NULL,
  issue            TEXT NOT NULL,
  note             TEXT NOT NULL
);
-- Usage: view monument_now, and whoever asks for one monument
CREATE INDEX observation_monument ON observation (monument_id);

-- How a segment was found in an inspection.
CREATE TABLE segment_check (
  fact             INTEGER PRIMARY KEY,
  inspection_id    INTEGER NOT NULL REFERENCES inspection,
  segment_id       INTEGER NOT NULL REFERENCES segment,
  recorded_in      INTEGER NOT NULL,
  superseded_in    INTEGER,
  day              TEXT NOT NULL,
  state            TEXT NOT NULL,
  issue            TEXT NOT NULL,
  note             TEXT NOT NULL
);

-- Repair of a monument, with the neighbour present. Its id is the number of its first version.
CREATE TABLE repair_order (
  fact             INTEGER PRIMARY KEY,
  repair_order_id  INTEGER NOT NULL REFERENCES repair_order,
  monument_id      INTEGER NOT NULL REFERENCES monument,
  managing_id      INTEGER NOT NULL REFERENCES division,
  neighbour_id     INTEGER NOT NULL REFERENCES division,
  recorded_in      INTEGER NOT NULL,
  superseded_in    INTEGER,
  reason           TEXT NOT NULL,
  ordered_on       TEXT NOT NULL,
  done_on          TEXT,
  managing_by      TEXT NOT NULL,
  neighbour_by     TEXT NOT NULL,
  work             TEXT NOT NULL
);
-- Usage: view monument_now, and whoever asks for one monument
CREATE INDEX repair_order_monument ON repair_order (monument_id);

-- Walks along lines.
CREATE TABLE patrol (
  fact             INTEGER PRIMARY KEY,
  boundary_line_id INTEGER NOT NULL REFERENCES boundary_line,
  from_monument_id INTEGER REFERENCES monument,
  to_monument_id   INTEGER REFERENCES monument,
  recorded_in      INTEGER NOT NULL,
  superseded_in    INTEGER,
  day              TEXT NOT NULL,
  patroller        TEXT NOT NULL,
  occasion         TEXT NOT NULL,
  corridor_m       DOUBLE PRECISION NOT NULL,
  note             TEXT NOT NULL
);

-- What may become a dispute. Its id is the number of its first version.
CREATE TABLE hidden_risk (
  fact             INTEGER PRIMARY KEY,
  hidden_risk_id   INTEGER NOT NULL REFERENCES hidden_risk,
  boundary_line_id INTEGER NOT NULL REFERENCES boundary_line,
  segment_id       INTEGER REFERENCES segment,
  recorded_in      INTEGER NOT NULL,
  superseded_in    INTEGER,
  local_id         TEXT NOT NULL,
  type             TEXT NOT NULL,
  severity         INTEGER NOT NULL CHECK (severity BETWEEN 1 AND 4),
  found_on         TEXT NOT NULL,
  found_by         TEXT NOT NULL,
  parties          TEXT NOT NULL,
  measures         TEXT NOT NULL,
  due_on           TEXT,
  closed_on        TEXT,
  note             TEXT NOT NULL
);

-- That a river or road was found elsewhere than the line that was agreed along it; the line stays.
CREATE TABLE feature_shift (
  fact             INTEGER PRIMARY KEY,
  segment_id       INTEGER NOT NULL REFERENCES segment,
  document_id      INTEGER REFERENCES document,
  recorded_in      INTEGER NOT NULL,
  superseded_in    INTEGER,
  day              TEXT NOT NULL,
  greatest_m       DOUBLE PRECISION NOT NULL,
  mean_m           DOUBLE PRECISION NOT NULL,
  allowed_m        DOUBLE PRECISION NOT NULL
);

-- What is to be built near lines. A closed path is the outline of a site.
CREATE TABLE line_project (
  line_project_id  INTEGER PRIMARY KEY,
  recorded_in      INTEGER NOT NULL,
  superseded_in    INTEGER,
  title            TEXT NOT NULL,
  builder          TEXT NOT NULL,
  begins_on        TEXT,
  note             TEXT NOT NULL
);

-- What a division said to a project across its line, before or after.
CREATE TABLE line_consent (
  fact             INTEGER PRIMARY KEY,
  line_project_id  INTEGER NOT NULL REFERENCES line_project,
  division_id      INTEGER NOT NULL REFERENCES division,
  recorded_in      INTEGER NOT NULL,
  superseded_in    INTEGER,
  given_on         TEXT,
  permit           TEXT NOT NULL
);
