-- SPDX-License-Identifier: Apache-2.0
-- The law that the project follows: packs by id, or all files of an office's own pack.
CREATE TABLE project_pack (
  project_pack_id INTEGER PRIMARY KEY,
  recorded_in   INTEGER NOT NULL,
  superseded_in INTEGER,
  pack          TEXT NOT NULL,
  file          TEXT NOT NULL,
  content       TEXT NOT NULL
);

-- One change of divisions: one document with its days. Its id is the number of its first version; a day that becomes
-- known later is a further version.
CREATE TABLE change_event (
  fact          INTEGER PRIMARY KEY,
  change_event_id INTEGER NOT NULL REFERENCES change_event,
  recorded_in   INTEGER NOT NULL,
  superseded_in INTEGER,
  title         TEXT NOT NULL,
  pack          TEXT NOT NULL,
  authority     TEXT NOT NULL,
  approved      TEXT,
  announced     TEXT,
  effective     TEXT,
  completed     TEXT,
  code_published TEXT,
  extended      INTEGER NOT NULL CHECK (extended IN (0, 1)),
  note          TEXT NOT NULL,
  document_id   INTEGER REFERENCES document
);

-- What was done to which division: other_id is the superior or the taker; before and after are the name, code or seat.
CREATE TABLE change_part (
  fact          INTEGER PRIMARY KEY,
  change_event_id INTEGER NOT NULL REFERENCES change_event,
  ordinal       INTEGER NOT NULL,
  kind          TEXT NOT NULL
    CHECK (kind IN ('establish', 'abolish', 'rename', 'superior', 'boundary', 'seat', 'renumber')),
  division_id   INTEGER NOT NULL REFERENCES division,
  other_id      INTEGER REFERENCES division,
  recorded_in   INTEGER NOT NULL,
  superseded_in INTEGER,
  was           TEXT NOT NULL,
  becomes       TEXT NOT NULL
);

-- How much of its ground, and of its people, a division gave in a succession; null where it is not known.
CREATE TABLE succession_share (
  fact          INTEGER PRIMARY KEY,
  succession_id INTEGER NOT NULL REFERENCES succession,
  change_event_id INTEGER REFERENCES change_event,
  recorded_in   INTEGER NOT NULL,
  superseded_in INTEGER,
  relation      TEXT NOT NULL CHECK (relation IN ('whole', 'part')),
  area_share    DOUBLE PRECISION CHECK (area_share BETWEEN 0 AND 1),
  people_share  DOUBLE PRECISION CHECK (people_share BETWEEN 0 AND 1)
);

-- Where the government of a division sits; degrees, WGS 84.
CREATE TABLE division_seat (
  fact          INTEGER PRIMARY KEY,
  division_id   INTEGER NOT NULL REFERENCES division,
  recorded_in   INTEGER NOT NULL,
  superseded_in INTEGER,
  valid_from    TEXT NOT NULL,
  valid_until   TEXT NOT NULL,
  name          TEXT NOT NULL,
  lon           DOUBLE PRECISION,
  lat           DOUBLE PRECISION,
  CHECK (valid_from < valid_until)
);

-- Land of one division that another one uses or manages (Regulations on Administrative Boundaries 2002, 11). Its shape
-- is added in 0010.
CREATE TABLE ground_use (
  fact          INTEGER PRIMARY KEY,
  holder_id     INTEGER NOT NULL REFERENCES division,
  user_id       INTEGER NOT NULL REFERENCES division,
  recorded_in   INTEGER NOT NULL,
  superseded_in INTEGER,
  valid_from    TEXT NOT NULL,
  valid_until   TEXT NOT NULL,
  title         TEXT NOT NULL,
  document_id   INTEGER REFERENCES document,
  CHECK (valid_from < valid_until),
  CHECK (holder_id <> user_id)
);
