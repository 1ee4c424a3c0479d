-- SPDX-License-Identifier: Apache-2.0
-- Officers: who may do what to names, where, and for bodies of which level (gis/names/officer.hpp). A project that names
-- none leaves every act to everybody.
CREATE TABLE officer_role (
  fact           INTEGER PRIMARY KEY,
  division_id    INTEGER REFERENCES division,
  document_id    INTEGER REFERENCES document,
  recorded_in    INTEGER NOT NULL,
  superseded_in  INTEGER,
  valid_from     TEXT NOT NULL,
  valid_until    TEXT NOT NULL,
  officer        TEXT NOT NULL,
  role           TEXT NOT NULL,
  body_level     INTEGER NOT NULL CHECK (body_level >= 0),
  CHECK (valid_from < valid_until)
);

-- Usage: built_up_area_list
CREATE INDEX place_type ON place (type);
