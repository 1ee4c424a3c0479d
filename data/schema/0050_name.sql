-- SPDX-License-Identifier: Apache-2.0
-- The record of names (domain.md §1): what is known of places and names beside the rows of 0004, and the way of a name
-- from application into force. Rows of 0004 stand as they are, sealed by the audit of their acts, and are read together
-- with these; geometry is added in 0051.

-- What is known of a place beside its position. A place of 0004 without such a row is public.
CREATE TABLE place_record (
  fact           INTEGER PRIMARY KEY,
  place_id       INTEGER NOT NULL REFERENCES place,
  recorded_in    INTEGER NOT NULL,
  superseded_in  INTEGER,
  secrecy        TEXT NOT NULL,
  description    TEXT NOT NULL,
  location       TEXT NOT NULL,
  source         TEXT NOT NULL
);
-- Usage: place_record_list
CREATE INDEX place_record_place ON place_record (place_id);

-- What is known of a name beside its text, language, kind (geographical_name.status) and days. name_id is the number of
-- the first row that the name had; a row of 0004 alone is a name of its own, recorded and of unknown script.
CREATE TABLE name_record (
  fact                  INTEGER PRIMARY KEY,
  geographical_name_id  INTEGER NOT NULL REFERENCES geographical_name,
  place_id              INTEGER NOT NULL REFERENCES place,
  name_id               INTEGER NOT NULL REFERENCES geographical_name,
  document_id           INTEGER REFERENCES document,
  recorded_in           INTEGER NOT NULL,
  superseded_in         INTEGER,
  script                TEXT NOT NULL,
  status                TEXT NOT NULL CHECK (status IN ('recorded', 'approved', 'in_force', 'abolished')),
  specific              TEXT NOT NULL,
  generic               TEXT NOT NULL,
  reading               TEXT NOT NULL,
  reading_certainty     TEXT NOT NULL CHECK (reading_certainty IN ('confirmed', 'derived', 'unsure')),
  origin                TEXT NOT NULL,
  meaning               TEXT NOT NULL,
  source                TEXT NOT NULL,
  validity              TEXT NOT NULL
);

CREATE TABLE name_spelling (
  fact             INTEGER PRIMARY KEY,
  place_id         INTEGER NOT NULL REFERENCES place,
  name_id          INTEGER NOT NULL REFERENCES geographical_name,
  recorded_in      INTEGER NOT NULL,
  superseded_in    INTEGER,
  spelling         TEXT NOT NULL,
  script           TEXT NOT NULL,
  scheme           TEXT NOT NULL,
  source_language  TEXT NOT NULL,
  certainty        TEXT NOT NULL CHECK (certainty IN ('confirmed', 'derived', 'unsure')),
  source           TEXT NOT NULL
);
-- Usage: name_spelling_list
CREATE INDEX name_spelling_place ON name_spelling (place_id);

-- Which name took the place of which; read from both.
CREATE TABLE name_replacement (
  fact             INTEGER PRIMARY KEY,
  place_id         INTEGER NOT NULL REFERENCES place,
  name_id          INTEGER NOT NULL REFERENCES geographical_name,
  former_place_id  INTEGER NOT NULL REFERENCES place,
  former_name_id   INTEGER NOT NULL REFERENCES geographical_name,
  document_id      INTEGER REFERENCES document,
  recorded_in      INTEGER NOT NULL,
  superseded_in    INTEGER,
  day              TEXT NOT NULL,
  reason           TEXT NOT NULL
);
-- Usage: name_replacement_list
CREATE INDEX name_replacement_place ON name_replacement (place_id);
CREATE INDEX name_replacement_other ON name_replacement (former_place_id);

CREATE TABLE place_class (
  fact           INTEGER PRIMARY KEY,
  place_id       INTEGER NOT NULL REFERENCES place,
  recorded_in    INTEGER NOT NULL,
  superseded_in  INTEGER,
  scheme         TEXT NOT NULL,
  class          TEXT NOT NULL
);
-- Usage: place_class_list
CREATE INDEX place_class_place ON place_class (place_id);

CREATE TABLE place_attribute (
  fact           INTEGER PRIMARY KEY,
  place_id       INTEGER NOT NULL REFERENCES place,
  recorded_in    INTEGER NOT NULL,
  superseded_in  INTEGER,
  attribute      TEXT NOT NULL,
  value          TEXT NOT NULL
);
-- Usage: place_attribute_list
CREATE INDEX place_attribute_place ON place_attribute (place_id);

-- Ids elsewhere and official codes (PN-30).
CREATE TABLE place_code (
  fact           INTEGER PRIMARY KEY,
  place_id       INTEGER NOT NULL REFERENCES place,
  recorded_in    INTEGER NOT NULL,
  superseded_in  INTEGER,
  valid_from     TEXT NOT NULL,
  valid_until    TEXT NOT NULL,
  system         TEXT NOT NULL,
  code           TEXT NOT NULL,
  CHECK (valid_from < valid_until)
);
-- Usage: place_code_list
CREATE INDEX place_code_place ON place_code (place_id);

CREATE TABLE place_division (
  fact           INTEGER PRIMARY KEY,
  place_id       INTEGER NOT NULL REFERENCES place,
  division_id    INTEGER NOT NULL REFERENCES division,
  recorded_in    INTEGER NOT NULL,
  superseded_in  INTEGER,
  valid_from     TEXT NOT NULL,
  valid_until    TEXT NOT NULL,
  relation       TEXT NOT NULL CHECK (relation IN ('in', 'crosses', 'stands_for')),
  CHECK (valid_from < valid_until)
);
-- Usage: place_division_list
CREATE INDEX place_division_place ON place_division (place_id);

-- From one place to another; read from both.
CREATE TABLE place_link (
  fact            INTEGER PRIMARY KEY,
  place_id        INTEGER NOT NULL REFERENCES place,
  other_place_id  INTEGER NOT NULL REFERENCES place,
  recorded_in     INTEGER NOT NULL,
  superseded_in   INTEGER,
  relation        TEXT NOT NULL,
  day             TEXT NOT NULL
);
-- Usage: place_link_list
CREATE INDEX place_link_place ON place_link (place_id);
CREATE INDEX place_link_other ON place_link (other_place_id);

-- One of position, path and area, which are added in 0051.
CREATE TABLE place_shape (
  fact           INTEGER PRIMARY KEY,
  place_id       INTEGER NOT NULL REFERENCES place,
  document_id    INTEGER REFERENCES document,
  recorded_in    INTEGER NOT NULL,
  superseded_in  INTEGER,
  valid_from     TEXT NOT NULL,
  valid_until    TEXT NOT NULL,
  role           TEXT NOT NULL,
  method         TEXT NOT NULL,
  accuracy_m     DOUBLE PRECISION NOT NULL CHECK (accuracy_m >= 0),
  CHECK (valid_from < valid_until)
);
-- Usage: place_shape_list
CREATE INDEX place_shape_place ON place_shape (place_id);

-- The protection list (地名保护名录).
CREATE TABLE name_protection (
  fact           INTEGER PRIMARY KEY,
  place_id       INTEGER NOT NULL REFERENCES place,
  name_id        INTEGER REFERENCES geographical_name,
  plan_id        INTEGER REFERENCES document,
  recorded_in    INTEGER NOT NULL,
  superseded_in  INTEGER,
  category       TEXT NOT NULL,
  content        TEXT NOT NULL,
  published      TEXT NOT NULL,
  measures       TEXT NOT NULL
);
-- Usage: name_protection_list
CREATE INDEX name_protection_place ON name_protection (place_id);

CREATE TABLE address_alias (
  fact           INTEGER PRIMARY KEY,
  place_id       INTEGER NOT NULL REFERENCES place,
  recorded_in    INTEGER NOT NULL,
  superseded_in  INTEGER,
  old_address    TEXT NOT NULL,
  new_address    TEXT NOT NULL,
  certificate    TEXT NOT NULL,
  day            TEXT NOT NULL
);
-- Usage: address_alias_list
CREATE INDEX address_alias_place ON address_alias (place_id);

CREATE TABLE name_sign (
  fact           INTEGER PRIMARY KEY,
  sign_id        INTEGER NOT NULL REFERENCES name_sign,
  place_id       INTEGER NOT NULL REFERENCES place,
  name_id        INTEGER NOT NULL REFERENCES geographical_name,
  recorded_in    INTEGER NOT NULL,
  superseded_in  INTEGER,
  number         TEXT NOT NULL,
  kind           TEXT NOT NULL,
  text           TEXT NOT NULL,
  spelling       TEXT NOT NULL,
  size           TEXT NOT NULL,
  material       TEXT NOT NULL,
  colour         TEXT NOT NULL,
  bearing_deg    DOUBLE PRECISION NOT NULL CHECK (bearing_deg >= 0 AND bearing_deg < 360),
  installed      TEXT,
  installer      TEXT NOT NULL,
  owner          TEXT NOT NULL,
  photo          TEXT NOT NULL,
  removed        TEXT
);
-- Usage: name_sign_list
CREATE INDEX name_sign_place ON name_sign (place_id);

CREATE TABLE sign_inspection (
  fact           INTEGER PRIMARY KEY,
  sign_id        INTEGER NOT NULL REFERENCES name_sign,
  place_id       INTEGER NOT NULL REFERENCES place,
  recorded_in    INTEGER NOT NULL,
  superseded_in  INTEGER,
  day            TEXT NOT NULL,
  condition      TEXT NOT NULL,
  text_seen      TEXT NOT NULL,
  inspector      TEXT NOT NULL,
  note           TEXT NOT NULL,
  next_due       TEXT
);
-- Usage: sign_inspection_list
CREATE INDEX sign_inspection_place ON sign_inspection (place_id);

CREATE TABLE sign_order (
  fact           INTEGER PRIMARY KEY,
  sign_order_id  INTEGER NOT NULL REFERENCES sign_order,
  sign_id        INTEGER NOT NULL REFERENCES name_sign,
  place_id       INTEGER NOT NULL REFERENCES place,
  recorded_in    INTEGER NOT NULL,
  superseded_in  INTEGER,
  ordered        TEXT NOT NULL,
  reason         TEXT NOT NULL,
  done           TEXT,
  done_by        TEXT NOT NULL,
  note           TEXT NOT NULL
);
-- Usage: sign_order_list
CREATE INDEX sign_order_place ON sign_order (place_id);

-- Names on their way into force (地名管理条例 11–14). A later version of a row is added and the earlier one superseded.
CREATE TABLE name_application (
  fact            INTEGER PRIMARY KEY,
  application_id  INTEGER NOT NULL REFERENCES name_application,
  place_id        INTEGER REFERENCES place,
  name_id         INTEGER REFERENCES geographical_name,
  division_id     INTEGER REFERENCES division,
  document_id     INTEGER REFERENCES document,
  recorded_in     INTEGER NOT NULL,
  superseded_in   INTEGER,
  number          TEXT NOT NULL,
  act             TEXT NOT NULL CHECK (act IN ('name', 'rename', 'abolish')),
  kind            TEXT NOT NULL,
  pack            TEXT NOT NULL,
  name            TEXT NOT NULL,
  language        TEXT NOT NULL,
  script          TEXT NOT NULL,
  specific        TEXT NOT NULL,
  generic         TEXT NOT NULL,
  reading         TEXT NOT NULL,
  spelling        TEXT NOT NULL,
  scheme          TEXT NOT NULL,
  class           TEXT NOT NULL,
  location        TEXT NOT NULL,
  built_up_area   TEXT NOT NULL,
  reasons         TEXT NOT NULL,
  origin          TEXT NOT NULL,
  meaning         TEXT NOT NULL,
  applicant       TEXT NOT NULL,
  applied         TEXT NOT NULL
);
-- Usage: name_application_list
CREATE INDEX name_application_application ON name_application (application_id);

CREATE TABLE application_step (
  fact            INTEGER PRIMARY KEY,
  application_id  INTEGER NOT NULL REFERENCES name_application,
  document_id     INTEGER REFERENCES document,
  recorded_in     INTEGER NOT NULL,
  superseded_in   INTEGER,
  state           TEXT NOT NULL,
  day             TEXT NOT NULL,
  body            TEXT NOT NULL,
  body_kind       TEXT NOT NULL,
  body_level      INTEGER NOT NULL,
  note            TEXT NOT NULL
);
-- Usage: application_step_list
CREATE INDEX application_step_application ON application_step (application_id);

CREATE TABLE application_document (
  fact            INTEGER PRIMARY KEY,
  application_id  INTEGER NOT NULL REFERENCES name_application,
  document_id     INTEGER NOT NULL REFERENCES document,
  recorded_in     INTEGER NOT NULL,
  superseded_in   INTEGER,
  role            TEXT NOT NULL
);
-- Usage: application_document_list
CREATE INDEX application_document_application ON application_document (application_id);

-- What the naming checks said at a stage, and why the officer went on.
CREATE TABLE application_finding (
  fact            INTEGER PRIMARY KEY,
  application_id  INTEGER NOT NULL REFERENCES name_application,
  recorded_in     INTEGER NOT NULL,
  superseded_in   INTEGER,
  stage           TEXT NOT NULL,
  rule            TEXT NOT NULL,
  severity        TEXT NOT NULL CHECK (severity IN ('note', 'warning', 'error')),
  facts           TEXT NOT NULL,
  reason          TEXT NOT NULL
);
-- Usage: application_finding_list
CREATE INDEX application_finding_application ON application_finding (application_id);

-- Usage: name_of_place
CREATE INDEX name_record_name ON name_record (geographical_name_id);
-- Usage: name_with_text
CREATE INDEX geographical_name_text ON geographical_name (name);
-- Usage: place_with_code
CREATE INDEX place_code_code ON place_code (code);
-- Usage: place_with_local_id
CREATE INDEX place_local ON place (local_id);
-- Usage: place_version_of
CREATE INDEX place_version ON place (place_id);
-- Usage: place_of_division
CREATE INDEX place_division_division ON place_division (division_id);
-- Usage: application_with_number
CREATE INDEX name_application_number ON name_application (number);

-- As in 0007, with the name that holds today: the official one first.
DROP VIEW place_now;
CREATE VIEW place_now AS
SELECT p.fact, p.place_id, p.local_id, p.type,
       (SELECT n.name FROM geographical_name n
         WHERE n.place_id = p.place_id AND n.superseded_in IS NULL
           AND n.valid_from <= CAST(CURRENT_DATE AS TEXT) AND n.valid_until > CAST(CURRENT_DATE AS TEXT)
         ORDER BY n.ordinal LIMIT 1) AS name,
       (SELECT count(*) FROM geographical_name n
         WHERE n.place_id = p.place_id AND n.superseded_in IS NULL) AS names,
       p.valid_from, p.valid_until, p.position
  FROM place p
 WHERE p.superseded_in IS NULL AND p.valid_from <= CAST(CURRENT_DATE AS TEXT)
   AND p.valid_until > CAST(CURRENT_DATE AS TEXT);

-- Every name of today, also former ones and variants, where it belongs.
CREATE VIEW name_now AS
SELECT n.fact, n.place_id, n.name, n.language, n.status AS kind, COALESCE(d.status, 'recorded') AS status, d.script,
       d.specific, d.generic, d.reading, d.validity, n.valid_from, n.valid_until,
       COALESCE(r.secrecy, 'public') AS secrecy, p.position
  FROM geographical_name n
  JOIN place p ON p.place_id = n.place_id AND p.superseded_in IS NULL
  LEFT JOIN name_record d ON d.geographical_name_id = n.fact AND d.superseded_in IS NULL
  LEFT JOIN place_record r ON r.place_id = n.place_id AND r.superseded_in IS NULL
 WHERE n.superseded_in IS NULL AND n.valid_from <= CAST(CURRENT_DATE AS TEXT)
   AND n.valid_until > CAST(CURRENT_DATE AS TEXT);
