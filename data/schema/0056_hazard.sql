-- SPDX-License-Identifier: Apache-2.0
-- How often hazard zones are reached, and what an office computed of exposure.

-- A zone that nobody said it of has no row.
CREATE TABLE hazard_recurrence (
  fact          INTEGER PRIMARY KEY,
  hazard_zone_id INTEGER NOT NULL REFERENCES hazard_zone,
  recorded_in   INTEGER NOT NULL,
  superseded_in INTEGER,
  return_period_years DOUBLE PRECISION NOT NULL CHECK (return_period_years > 0)
);
-- Usage: hazard_zone_list
CREATE INDEX hazard_recurrence_zone ON hazard_recurrence (hazard_zone_id);

-- One computation of who and what lies in hazard zones: what was asked, from what, and what came out. Each text is a JSON
-- document; the digest is that of `results`.
CREATE TABLE exposure_run (
  fact          INTEGER PRIMARY KEY,
  recorded_in   INTEGER NOT NULL,
  superseded_in INTEGER,
  title         TEXT NOT NULL,
  day           TEXT NOT NULL,
  known         INTEGER NOT NULL CHECK (known >= 0),
  parameters    TEXT NOT NULL,
  inputs        TEXT NOT NULL,
  results       TEXT NOT NULL,
  digest        TEXT NOT NULL
);
