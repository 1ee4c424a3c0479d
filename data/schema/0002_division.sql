-- SPDX-License-Identifier: Apache-2.0
-- A division is a number that never changes; all that is known of it are facts with periods.
CREATE TABLE division (
  division_id   INTEGER PRIMARY KEY,
  recorded_in   INTEGER NOT NULL,
  superseded_in INTEGER
);

CREATE TABLE division_version (
  fact          INTEGER PRIMARY KEY,
  division_id   INTEGER NOT NULL REFERENCES division,
  recorded_in   INTEGER NOT NULL,
  superseded_in INTEGER,
  valid_from    TEXT NOT NULL,
  valid_until   TEXT NOT NULL,
  level         INTEGER NOT NULL CHECK (level > 0),
  kind          TEXT NOT NULL,
  document_id   INTEGER REFERENCES document,
  CHECK (valid_from < valid_until)
);
-- Usage: division_version_of, view division_now
CREATE INDEX division_version_division ON division_version (division_id);

CREATE TABLE division_code (
  fact          INTEGER PRIMARY KEY,
  division_id   INTEGER NOT NULL REFERENCES division,
  recorded_in   INTEGER NOT NULL,
  superseded_in INTEGER,
  valid_from    TEXT NOT NULL,
  valid_until   TEXT NOT NULL,
  system        TEXT NOT NULL,
  code          TEXT NOT NULL,
  CHECK (valid_from < valid_until)
);
-- Usage: division_code_of, views division_now, boundary_now
CREATE INDEX division_code_division ON division_code (division_id);

CREATE TABLE division_name (
  fact          INTEGER PRIMARY KEY,
  division_id   INTEGER NOT NULL REFERENCES division,
  recorded_in   INTEGER NOT NULL,
  superseded_in INTEGER,
  valid_from    TEXT NOT NULL,
  valid_until   TEXT NOT NULL,
  name          TEXT NOT NULL,
  language      TEXT NOT NULL,
  status        TEXT NOT NULL,
  CHECK (valid_from < valid_until)
);
-- Usage: division_name_of, views division_now, boundary_now
CREATE INDEX division_name_division ON division_name (division_id);

CREATE TABLE membership (
  fact          INTEGER PRIMARY KEY,
  member_id     INTEGER NOT NULL REFERENCES division,
  superior_id   INTEGER NOT NULL REFERENCES division,
  recorded_in   INTEGER NOT NULL,
  superseded_in INTEGER,
  valid_from    TEXT NOT NULL,
  valid_until   TEXT NOT NULL,
  kind          TEXT NOT NULL CHECK (kind IN ('legal', 'entrusted')),
  CHECK (valid_from < valid_until),
  CHECK (member_id <> superior_id)
);
-- Usage: membership_of, view division_now
CREATE INDEX membership_member ON membership (member_id);

-- to_id is null where the successor is not on record here; to_code is then all that is known of it.
CREATE TABLE succession (
  fact          INTEGER PRIMARY KEY,
  from_id       INTEGER NOT NULL REFERENCES division,
  to_id         INTEGER REFERENCES division,
  recorded_in   INTEGER NOT NULL,
  superseded_in INTEGER,
  day           TEXT NOT NULL,
  reason        TEXT NOT NULL,
  to_code       TEXT NOT NULL,
  document_id   INTEGER REFERENCES document
);
