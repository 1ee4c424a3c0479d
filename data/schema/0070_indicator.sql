-- SPDX-License-Identifier: Apache-2.0
-- Figures by division and year, and what an office counts beyond what its packs name.

CREATE TABLE indicator_definition (
  fact          INTEGER PRIMARY KEY,
  document_id   INTEGER REFERENCES document,
  recorded_in   INTEGER NOT NULL,
  superseded_in INTEGER,
  code          TEXT NOT NULL,
  name_en       TEXT NOT NULL,
  name_zh       TEXT NOT NULL,
  unit_en       TEXT NOT NULL,
  unit_zh       TEXT NOT NULL,
  sum_rule      TEXT NOT NULL CHECK (sum_rule IN ('sum', 'rate', 'none')),
  parent        TEXT NOT NULL,
  numerator     TEXT NOT NULL,
  denominator   TEXT NOT NULL,
  scale         DOUBLE PRECISION NOT NULL CHECK (scale > 0),
  over_en       TEXT NOT NULL,
  over_zh       TEXT NOT NULL,
  is_whole      INTEGER NOT NULL CHECK (is_whole IN (0, 1)),
  source        TEXT NOT NULL
);

-- A better figure of the same division, indicator and year supersedes. Valid for its year.
CREATE TABLE indicator_value (
  fact          INTEGER PRIMARY KEY,
  division_id   INTEGER NOT NULL REFERENCES division,
  document_id   INTEGER REFERENCES document,
  recorded_in   INTEGER NOT NULL,
  superseded_in INTEGER,
  valid_from    TEXT NOT NULL,
  valid_until   TEXT NOT NULL,
  indicator     TEXT NOT NULL,
  value         DOUBLE PRECISION NOT NULL,
  source        TEXT NOT NULL,
  CHECK (valid_from < valid_until)
);
-- Usage: indicator_value_list
CREATE INDEX indicator_value_indicator ON indicator_value (indicator, valid_from);
