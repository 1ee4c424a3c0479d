-- SPDX-License-Identifier: Apache-2.0
-- What is known of a case beside the claims of 0003. A later version of a row is added and the earlier one superseded.
CREATE TABLE dispute_case (
  fact          INTEGER PRIMARY KEY,
  dispute_id    INTEGER NOT NULL REFERENCES dispute,
  recorded_in   INTEGER NOT NULL,
  superseded_in INTEGER,
  number        TEXT NOT NULL,
  title         TEXT NOT NULL,
  procedure     TEXT NOT NULL,
  level         INTEGER NOT NULL CHECK (level > 0),
  reported      TEXT NOT NULL,
  arose         TEXT,
  triage        TEXT NOT NULL CHECK (triage IN ('', 'dispute', 'settled_line', 'not_our_procedure')),
  triage_reason TEXT NOT NULL
);
-- Usage: case_by_number
CREATE INDEX dispute_case_number ON dispute_case (number);

CREATE TABLE dispute_party (
  fact          INTEGER PRIMARY KEY,
  dispute_id    INTEGER NOT NULL REFERENCES dispute,
  division_id   INTEGER NOT NULL REFERENCES division,
  recorded_in   INTEGER NOT NULL,
  superseded_in INTEGER,
  joined        TEXT NOT NULL
);

CREATE TABLE case_step (
  fact          INTEGER PRIMARY KEY,
  dispute_id    INTEGER NOT NULL REFERENCES dispute,
  recorded_in   INTEGER NOT NULL,
  superseded_in INTEGER,
  state         TEXT NOT NULL,
  day           TEXT NOT NULL,
  document_id   INTEGER REFERENCES document,
  note          TEXT NOT NULL
);
-- Usage: case_step_list
CREATE INDEX case_step_dispute ON case_step (dispute_id);

-- Times that the office sets for a state of a procedure (BD-01).
CREATE TABLE office_clock (
  fact          INTEGER PRIMARY KEY,
  recorded_in   INTEGER NOT NULL,
  superseded_in INTEGER,
  procedure     TEXT NOT NULL,
  state         TEXT NOT NULL,
  days          INTEGER NOT NULL CHECK (days > 0)
);

CREATE TABLE evidence (
  fact          INTEGER PRIMARY KEY,
  evidence_id   INTEGER NOT NULL REFERENCES evidence,
  dispute_id    INTEGER NOT NULL REFERENCES dispute,
  party_id      INTEGER REFERENCES division,
  document_id   INTEGER NOT NULL REFERENCES document,
  recorded_in   INTEGER NOT NULL,
  superseded_in INTEGER,
  item          TEXT NOT NULL,
  kind          TEXT NOT NULL,
  confirmed     TEXT NOT NULL,
  original      INTEGER NOT NULL CHECK (original IN (0, 1)),
  sealed        INTEGER NOT NULL CHECK (sealed IN (0, 1)),
  both_sides    INTEGER NOT NULL CHECK (both_sides IN (0, 1)),
  shows_administration INTEGER NOT NULL CHECK (shows_administration IN (0, 1)),
  map_scale     BIGINT NOT NULL CHECK (map_scale >= 0),
  crs           TEXT NOT NULL,
  rmse_m        DOUBLE PRECISION NOT NULL CHECK (rmse_m >= 0),
  proves        TEXT NOT NULL,
  objection     TEXT NOT NULL,
  finding       TEXT NOT NULL
);
-- Usage: evidence_list
CREATE INDEX evidence_dispute ON evidence (dispute_id);

-- Every line that a case knows; path and area are added in 0014. The walls of the map are the stretches of 0003 alone.
CREATE TABLE line_opinion (
  fact          INTEGER PRIMARY KEY,
  line_opinion_id INTEGER NOT NULL REFERENCES line_opinion,
  dispute_id    INTEGER NOT NULL REFERENCES dispute,
  holder_id     INTEGER REFERENCES division,
  left_id       INTEGER REFERENCES division,
  right_id      INTEGER REFERENCES division,
  document_id   INTEGER REFERENCES document,
  supersedes_id INTEGER REFERENCES line_opinion,
  recorded_in   INTEGER NOT NULL,
  superseded_in INTEGER,
  valid_from    TEXT NOT NULL,
  valid_until   TEXT NOT NULL,
  kind          TEXT NOT NULL CHECK (kind IN
                  ('legal', 'customary', 'administered', 'resource', 'claim', 'proposal', 'final')),
  title         TEXT NOT NULL,
  method        TEXT NOT NULL,
  accuracy_m    DOUBLE PRECISION NOT NULL CHECK (accuracy_m >= 0),
  CHECK (valid_from < valid_until)
);
-- Usage: line_opinion_list
CREATE INDEX line_opinion_dispute ON line_opinion (dispute_id);

CREATE TABLE opinion_evidence (
  fact          INTEGER PRIMARY KEY,
  line_opinion_id INTEGER NOT NULL REFERENCES line_opinion,
  evidence_id   INTEGER NOT NULL REFERENCES evidence,
  recorded_in   INTEGER NOT NULL,
  superseded_in INTEGER
);

-- A case that was reopened has a further outcome; the earlier one is superseded.
CREATE TABLE outcome (
  fact          INTEGER PRIMARY KEY,
  dispute_id    INTEGER NOT NULL REFERENCES dispute,
  document_id   INTEGER NOT NULL REFERENCES document,
  approval_id   INTEGER REFERENCES document,
  survey_id     INTEGER REFERENCES document,
  recorded_in   INTEGER NOT NULL,
  superseded_in INTEGER,
  mode          TEXT NOT NULL CHECK (mode IN ('agreement', 'mediation', 'decision', 'division_change')),
  decided       TEXT NOT NULL,
  effective     TEXT NOT NULL,
  approved      TEXT,
  map_title     TEXT NOT NULL,
  map_scale     BIGINT NOT NULL CHECK (map_scale >= 0),
  obligations   TEXT NOT NULL,
  archive       TEXT NOT NULL,
  tiles         TEXT NOT NULL,
  CHECK (decided <= effective)
);

CREATE TABLE outcome_signatory (
  fact          INTEGER PRIMARY KEY,
  outcome_id    INTEGER NOT NULL REFERENCES outcome,
  party_id      INTEGER REFERENCES division,
  recorded_in   INTEGER NOT NULL,
  superseded_in INTEGER,
  name          TEXT NOT NULL,
  capacity      TEXT NOT NULL,
  signed        TEXT NOT NULL
);

-- Natural villages whose ground changed sides; where they lie is added in 0014.
CREATE TABLE outcome_village (
  fact          INTEGER PRIMARY KEY,
  outcome_id    INTEGER NOT NULL REFERENCES outcome,
  from_id       INTEGER NOT NULL REFERENCES division,
  to_id         INTEGER NOT NULL REFERENCES division,
  recorded_in   INTEGER NOT NULL,
  superseded_in INTEGER,
  name          TEXT NOT NULL
);

-- Turning points of the annex map and monuments planned there; their positions are added in 0014.
CREATE TABLE outcome_point (
  fact          INTEGER PRIMARY KEY,
  outcome_id    INTEGER NOT NULL REFERENCES outcome,
  ordinal       INTEGER NOT NULL,
  recorded_in   INTEGER NOT NULL,
  superseded_in INTEGER,
  number        TEXT NOT NULL,
  monument      TEXT NOT NULL
);

CREATE TABLE filing (
  fact          INTEGER PRIMARY KEY,
  dispute_id    INTEGER NOT NULL REFERENCES dispute,
  document_id   INTEGER REFERENCES document,
  recorded_in   INTEGER NOT NULL,
  superseded_in INTEGER,
  recipient     TEXT NOT NULL,
  filed         TEXT NOT NULL,
  receipt       TEXT NOT NULL
);

-- What viewers say of the lines of a claim (accepted ones stand in acceptance too: they make the viewer's picture).
CREATE TABLE perspective (
  fact          INTEGER PRIMARY KEY,
  claim_id      INTEGER NOT NULL REFERENCES claim,
  recorded_in   INTEGER NOT NULL,
  superseded_in INTEGER,
  valid_from    TEXT NOT NULL,
  valid_until   TEXT NOT NULL,
  viewer        TEXT NOT NULL,
  stance        TEXT NOT NULL CHECK (stance IN ('accepted', 'disputed')),
  drawn_as      TEXT NOT NULL,
  CHECK (valid_from < valid_until)
);

-- What was seen on contested ground (Art. 10); where is added in 0014.
CREATE TABLE sighting (
  fact          INTEGER PRIMARY KEY,
  dispute_id    INTEGER NOT NULL REFERENCES dispute,
  by_id         INTEGER REFERENCES division,
  document_id   INTEGER REFERENCES document,
  recorded_in   INTEGER NOT NULL,
  superseded_in INTEGER,
  kind          TEXT NOT NULL,
  name          TEXT NOT NULL,
  seen          TEXT NOT NULL,
  not_yet_there TEXT,
  source        TEXT NOT NULL
);

-- Acts that were refused, and exports that were cut down: they changed nothing, so they have no revision, but that they
-- were tried is on record, each sealed with the one before.
CREATE TABLE attempt (
  attempt_id    INTEGER PRIMARY KEY,
  attempted_at  TEXT NOT NULL,
  act           TEXT NOT NULL,
  author        TEXT NOT NULL,
  reason        TEXT NOT NULL,
  revision      INTEGER NOT NULL,
  findings      TEXT NOT NULL,
  previous_hash TEXT NOT NULL,
  hash          TEXT NOT NULL UNIQUE
);
