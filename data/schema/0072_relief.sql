-- SPDX-License-Identifier: Apache-2.0
-- Shelters, depots and what lies in them. Positions are added in 0073. The id of a thing is the number of its first version.

CREATE TABLE shelter (
  fact          INTEGER PRIMARY KEY,
  shelter_id    INTEGER NOT NULL REFERENCES shelter,
  document_id   INTEGER REFERENCES document,
  recorded_in   INTEGER NOT NULL,
  superseded_in INTEGER,
  valid_from    TEXT NOT NULL,
  valid_until   TEXT NOT NULL,
  local_id      TEXT NOT NULL,
  name          TEXT NOT NULL,
  level         TEXT NOT NULL,
  space         TEXT NOT NULL,
  duration      TEXT NOT NULL,
  effective_area_m2 DOUBLE PRECISION NOT NULL CHECK (effective_area_m2 > 0),
  area_per_head_m2 DOUBLE PRECISION NOT NULL CHECK (area_per_head_m2 >= 0),
  hazards       TEXT NOT NULL,
  in_use        BIGINT NOT NULL CHECK (in_use >= 0),
  exits         INTEGER,
  equipment     TEXT NOT NULL,
  source        TEXT NOT NULL,
  CHECK (valid_from < valid_until)
);

CREATE TABLE depot (
  fact          INTEGER PRIMARY KEY,
  depot_id      INTEGER NOT NULL REFERENCES depot,
  document_id   INTEGER REFERENCES document,
  recorded_in   INTEGER NOT NULL,
  superseded_in INTEGER,
  valid_from    TEXT NOT NULL,
  valid_until   TEXT NOT NULL,
  local_id      TEXT NOT NULL,
  name          TEXT NOT NULL,
  level         TEXT NOT NULL,
  covers_people BIGINT NOT NULL CHECK (covers_people >= 0),
  source        TEXT NOT NULL,
  CHECK (valid_from < valid_until)
);

-- Lots as counted on a day, which hold until the depot is counted again.
CREATE TABLE depot_stock (
  fact          INTEGER PRIMARY KEY,
  depot_id      INTEGER NOT NULL REFERENCES depot,
  document_id   INTEGER REFERENCES document,
  recorded_in   INTEGER NOT NULL,
  superseded_in INTEGER,
  valid_from    TEXT NOT NULL,
  valid_until   TEXT NOT NULL,
  item          TEXT NOT NULL,
  unit          TEXT NOT NULL,
  quantity      DOUBLE PRECISION NOT NULL CHECK (quantity >= 0),
  expires_on    TEXT,
  source        TEXT NOT NULL,
  CHECK (valid_from < valid_until)
);
-- Usage: depot_stock_list
CREATE INDEX depot_stock_depot ON depot_stock (depot_id);
