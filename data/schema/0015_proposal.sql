-- SPDX-License-Identifier: Apache-2.0
-- What proposals in a dispute are made with, and how each was made.

-- People counted at a place. Counts of other days stand beside each other; a better count of the same day supersedes.
CREATE TABLE population (
  fact          INTEGER PRIMARY KEY,
  place_id      INTEGER NOT NULL REFERENCES place,
  document_id   INTEGER REFERENCES document,
  recorded_in   INTEGER NOT NULL,
  superseded_in INTEGER,
  counted       TEXT NOT NULL,
  people        BIGINT NOT NULL CHECK (people >= 0)
);
-- Usage: population in map programs
CREATE INDEX population_place ON population (place_id);

-- Grids of heights. The heights stand packed in `content` under their digest; the extent is added in 0016.
CREATE TABLE elevation (
  fact          INTEGER PRIMARY KEY,
  document_id   INTEGER REFERENCES document,
  recorded_in   INTEGER NOT NULL,
  superseded_in INTEGER,
  valid_from    TEXT NOT NULL,
  valid_until   TEXT NOT NULL,
  name          TEXT NOT NULL,
  source_sha256 TEXT NOT NULL,
  day           TEXT NOT NULL,
  crs           TEXT NOT NULL,
  vertical_datum TEXT NOT NULL,
  accuracy_m    DOUBLE PRECISION NOT NULL CHECK (accuracy_m >= 0),
  west          DOUBLE PRECISION NOT NULL,
  north         DOUBLE PRECISION NOT NULL,
  column_step   DOUBLE PRECISION NOT NULL CHECK (column_step > 0),
  row_step      DOUBLE PRECISION NOT NULL CHECK (row_step > 0),
  column_count  BIGINT NOT NULL CHECK (column_count > 1),
  row_count     BIGINT NOT NULL CHECK (row_count > 1),
  holes         BIGINT NOT NULL CHECK (holes >= 0),
  lowest_m      DOUBLE PRECISION NOT NULL,
  highest_m     DOUBLE PRECISION NOT NULL,
  cell_m        DOUBLE PRECISION NOT NULL CHECK (cell_m > 0),
  content_sha256 TEXT NOT NULL REFERENCES content,
  CHECK (valid_from < valid_until)
);

-- How a proposed line was made: what was asked for, what came out, and what it was made with.
CREATE TABLE opinion_basis (
  fact          INTEGER PRIMARY KEY,
  line_opinion_id INTEGER NOT NULL REFERENCES line_opinion,
  recorded_in   INTEGER NOT NULL,
  superseded_in INTEGER,
  part          TEXT NOT NULL CHECK (part IN ('parameter', 'result', 'input')),
  name          TEXT NOT NULL,
  said          TEXT NOT NULL,
  sha256        TEXT NOT NULL,
  day           TEXT NOT NULL
);
-- Usage: opinion_basis_list
CREATE INDEX opinion_basis_opinion ON opinion_basis (line_opinion_id);
