-- SPDX-License-Identifier: Apache-2.0
-- Cases against graves outside the law, and what they went through. Nothing here names a person: see 0066. A later version of
-- a row is added and the earlier one superseded.
CREATE TABLE burial_case (
  fact          INTEGER PRIMARY KEY,
  burial_case_id INTEGER NOT NULL REFERENCES burial_case,
  grave_id      INTEGER NOT NULL REFERENCES grave,
  recorded_in   INTEGER NOT NULL,
  superseded_in INTEGER,
  number        TEXT NOT NULL,
  source        TEXT NOT NULL CHECK (source IN ('patrol', 'complaint', 'imagery', 'other_department')),
  judged_by     TEXT NOT NULL,
  rules         TEXT NOT NULL,
  grave_class   TEXT NOT NULL,
  land_class    TEXT NOT NULL,
  owner_known   TEXT NOT NULL CHECK (owner_known IN ('unknown', 'no', 'yes')),
  zones         TEXT NOT NULL
);
-- Usage: burial_case_list
CREATE INDEX burial_case_number ON burial_case (number);

CREATE TABLE burial_act (
  fact          INTEGER PRIMARY KEY,
  burial_case_id INTEGER NOT NULL REFERENCES burial_case,
  document_id   INTEGER REFERENCES document,
  recorded_in   INTEGER NOT NULL,
  superseded_in INTEGER,
  state         TEXT NOT NULL,
  day           TEXT NOT NULL,
  body          TEXT NOT NULL,
  receiver      TEXT NOT NULL,
  outcome       TEXT NOT NULL,
  due           TEXT,
  corrections   TEXT NOT NULL,
  note          TEXT NOT NULL
);
-- Usage: burial_act_list
CREATE INDEX burial_act_case ON burial_act (burial_case_id);

-- Where and when evidence photos were taken; the position is added in 0065. The pictures stay in the office's archive.
CREATE TABLE burial_photo (
  fact          INTEGER PRIMARY KEY,
  burial_case_id INTEGER NOT NULL REFERENCES burial_case,
  recorded_in   INTEGER NOT NULL,
  superseded_in INTEGER,
  label         TEXT NOT NULL,
  phase         TEXT NOT NULL CHECK (phase IN ('before', 'after')),
  taken_from    TEXT NOT NULL,
  taken_at      TEXT NOT NULL,
  accuracy_m    DOUBLE PRECISION,
  direction_deg DOUBLE PRECISION,
  sha256        TEXT NOT NULL
);
-- Usage: burial_photo_list
CREATE INDEX burial_photo_case ON burial_photo (burial_case_id);

-- Days on which several bodies act together on several cases.
CREATE TABLE joint_action (
  fact          INTEGER PRIMARY KEY,
  joint_action_id INTEGER NOT NULL REFERENCES joint_action,
  document_id   INTEGER REFERENCES document,
  recorded_in   INTEGER NOT NULL,
  superseded_in INTEGER,
  title         TEXT NOT NULL,
  day           TEXT NOT NULL,
  carried_out   INTEGER NOT NULL CHECK (carried_out IN (0, 1)),
  note          TEXT NOT NULL
);

CREATE TABLE joint_action_body (
  fact          INTEGER PRIMARY KEY,
  joint_action_id INTEGER NOT NULL REFERENCES joint_action,
  recorded_in   INTEGER NOT NULL,
  superseded_in INTEGER,
  body          TEXT NOT NULL,
  lead          INTEGER NOT NULL CHECK (lead IN (0, 1)),
  people        INTEGER NOT NULL CHECK (people >= 0)
);

CREATE TABLE joint_action_case (
  fact          INTEGER PRIMARY KEY,
  joint_action_id INTEGER NOT NULL REFERENCES joint_action,
  burial_case_id INTEGER NOT NULL REFERENCES burial_case,
  recorded_in   INTEGER NOT NULL,
  superseded_in INTEGER
);

-- Protected graves that were looked at and stay: no case is opened against them.
CREATE TABLE kept_grave (
  fact          INTEGER PRIMARY KEY,
  grave_id      INTEGER NOT NULL REFERENCES grave,
  document_id   INTEGER REFERENCES document,
  recorded_in   INTEGER NOT NULL,
  superseded_in INTEGER,
  day           TEXT NOT NULL,
  reason        TEXT NOT NULL
);
