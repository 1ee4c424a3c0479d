-- SPDX-License-Identifier: Apache-2.0
-- What lies on the ground. Positions and shapes are added in 0005. The id of a thing is the number of its first
-- version; a correction is a further version with the same id.
CREATE TABLE place (
  fact          INTEGER PRIMARY KEY,
  place_id      INTEGER NOT NULL REFERENCES place,
  recorded_in   INTEGER NOT NULL,
  superseded_in INTEGER,
  valid_from    TEXT NOT NULL,
  valid_until   TEXT NOT NULL,
  local_id      TEXT NOT NULL,
  type          TEXT NOT NULL,
  document_id   INTEGER REFERENCES document,
  CHECK (valid_from < valid_until)
);

-- The name with the lowest ordinal is the one to show.
CREATE TABLE geographical_name (
  fact          INTEGER PRIMARY KEY,
  place_id      INTEGER NOT NULL REFERENCES place,
  ordinal       INTEGER NOT NULL,
  recorded_in   INTEGER NOT NULL,
  superseded_in INTEGER,
  valid_from    TEXT NOT NULL,
  valid_until   TEXT NOT NULL,
  name          TEXT NOT NULL,
  language      TEXT NOT NULL,
  status        TEXT NOT NULL,
  CHECK (valid_from < valid_until)
);
-- Usage: view place_now
CREATE INDEX geographical_name_place ON geographical_name (place_id);

CREATE TABLE hazard_zone (
  fact          INTEGER PRIMARY KEY,
  hazard_zone_id INTEGER NOT NULL REFERENCES hazard_zone,
  recorded_in   INTEGER NOT NULL,
  superseded_in INTEGER,
  valid_from    TEXT NOT NULL,
  valid_until   TEXT NOT NULL,
  local_id      TEXT NOT NULL,
  kind          TEXT NOT NULL,
  severity      INTEGER NOT NULL CHECK (severity > 0),
  name          TEXT NOT NULL,
  source        TEXT NOT NULL,
  document_id   INTEGER REFERENCES document,
  CHECK (valid_from < valid_until)
);

CREATE TABLE facility (
  fact          INTEGER PRIMARY KEY,
  facility_id   INTEGER NOT NULL REFERENCES facility,
  recorded_in   INTEGER NOT NULL,
  superseded_in INTEGER,
  valid_from    TEXT NOT NULL,
  valid_until   TEXT NOT NULL,
  local_id      TEXT NOT NULL,
  kind          TEXT NOT NULL,
  name          TEXT NOT NULL,
  capacity      BIGINT NOT NULL CHECK (capacity >= 0),
  used          BIGINT NOT NULL CHECK (used >= 0),
  source        TEXT NOT NULL,
  document_id   INTEGER REFERENCES document,
  CHECK (valid_from < valid_until)
);
