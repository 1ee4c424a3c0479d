-- SPDX-License-Identifier: Apache-2.0
-- Lines are the facts, polygons are derived. The path of a stretch is added in 0005: each engine has its own way
-- of declaring geometry.
CREATE TABLE dispute (
  dispute_id    INTEGER PRIMARY KEY,
  recorded_in   INTEGER NOT NULL,
  superseded_in INTEGER,
  valid_from    TEXT NOT NULL,
  valid_until   TEXT NOT NULL,
  title         TEXT NOT NULL,
  CHECK (valid_from < valid_until)
);

-- The claim without claimant is the situation on the ground.
CREATE TABLE claim (
  claim_id      INTEGER PRIMARY KEY,
  dispute_id    INTEGER NOT NULL REFERENCES dispute,
  claimant_id   INTEGER REFERENCES division,
  recorded_in   INTEGER NOT NULL,
  superseded_in INTEGER,
  valid_from    TEXT NOT NULL,
  valid_until   TEXT NOT NULL,
  title         TEXT NOT NULL,
  CHECK (valid_from < valid_until)
);

CREATE TABLE acceptance (
  fact          INTEGER PRIMARY KEY,
  viewer        TEXT NOT NULL,
  dispute_id    INTEGER NOT NULL REFERENCES dispute,
  claim_id      INTEGER NOT NULL REFERENCES claim,
  recorded_in   INTEGER NOT NULL,
  superseded_in INTEGER,
  valid_from    TEXT NOT NULL,
  valid_until   TEXT NOT NULL,
  CHECK (valid_from < valid_until)
);

CREATE TABLE stretch (
  stretch_id    INTEGER PRIMARY KEY,
  recorded_in   INTEGER NOT NULL,
  superseded_in INTEGER,
  edges         TEXT NOT NULL CHECK (edges IN ('lonlat', 'geodesic')),
  carrier       TEXT NOT NULL,
  accuracy_m    DOUBLE PRECISION NOT NULL CHECK (accuracy_m >= 0)
);

-- What one document says of one stretch, walking it from its first to its last position. A side without division
-- lies outside all divisions on record.
CREATE TABLE delimitation (
  delimitation_id INTEGER PRIMARY KEY,
  stretch_id    INTEGER NOT NULL REFERENCES stretch,
  left_id       INTEGER REFERENCES division,
  right_id      INTEGER REFERENCES division,
  claim_id      INTEGER REFERENCES claim,
  document_id   INTEGER REFERENCES document,
  recorded_in   INTEGER NOT NULL,
  superseded_in INTEGER,
  valid_from    TEXT NOT NULL,
  valid_until   TEXT NOT NULL,
  CHECK (valid_from < valid_until)
);
-- Usage: ground_in_box, view boundary_now
CREATE INDEX delimitation_stretch ON delimitation (stretch_id);

-- What the law names: the line between two divisions, at the highest level that it divides. Its id is the number of
-- its first version.
CREATE TABLE boundary_line (
  fact          INTEGER PRIMARY KEY,
  boundary_line_id INTEGER NOT NULL REFERENCES boundary_line,
  left_id       INTEGER NOT NULL REFERENCES division,
  right_id      INTEGER NOT NULL REFERENCES division,
  level         INTEGER NOT NULL CHECK (level > 0),
  recorded_in   INTEGER NOT NULL,
  superseded_in INTEGER,
  valid_from    TEXT NOT NULL,
  valid_until   TEXT NOT NULL,
  name          TEXT NOT NULL,
  CHECK (valid_from < valid_until)
);

-- Its parts in walking order; forward is 1 where the line runs as its stretch does, else 0.
CREATE TABLE boundary_line_part (
  fact          INTEGER PRIMARY KEY,
  boundary_line_id INTEGER NOT NULL REFERENCES boundary_line,
  ordinal       INTEGER NOT NULL,
  stretch_id    INTEGER NOT NULL REFERENCES stretch,
  forward       INTEGER NOT NULL CHECK (forward IN (0, 1)),
  recorded_in   INTEGER NOT NULL,
  superseded_in INTEGER,
  valid_from    TEXT NOT NULL,
  valid_until   TEXT NOT NULL,
  CHECK (valid_from < valid_until)
);
-- Usage: view boundary_now
CREATE INDEX boundary_line_part_stretch ON boundary_line_part (stretch_id);
