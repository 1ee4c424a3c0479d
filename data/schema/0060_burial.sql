-- SPDX-License-Identifier: Apache-2.0
-- Burials (domain.md §5): graves, what is known of facilities beside their rows of 0004, and the features of the land that
-- rules of siting speak of. Nothing here says whose grave it is. Geometry is added in 0061.

-- A grave outside or inside a facility. The id is the number of its first version; a correction is a further version with
-- the same id, and the period ends on the day it is moved, removed or levelled.
CREATE TABLE grave (
  fact          INTEGER PRIMARY KEY,
  grave_id      INTEGER NOT NULL REFERENCES grave,
  place_id      INTEGER REFERENCES place,
  facility_id   INTEGER REFERENCES facility,
  document_id   INTEGER REFERENCES document,
  recorded_in   INTEGER NOT NULL,
  superseded_in INTEGER,
  valid_from    TEXT NOT NULL,
  valid_until   TEXT NOT NULL,
  local_id      TEXT NOT NULL,
  accuracy_m    DOUBLE PRECISION CHECK (accuracy_m >= 0),
  method        TEXT NOT NULL,
  area_m2       DOUBLE PRECISION CHECK (area_m2 >= 0),
  annex_m2      DOUBLE PRECISION CHECK (annex_m2 >= 0),
  hardened      TEXT NOT NULL CHECK (hardened IN ('yes', 'no', 'unknown')),
  remains       BIGINT CHECK (remains >= 0),
  form          TEXT NOT NULL,
  clan          TEXT NOT NULL CHECK (clan IN ('yes', 'no', 'unknown')),
  stone_height_m DOUBLE PRECISION CHECK (stone_height_m >= 0),
  built_from    TEXT,
  built_until   TEXT,
  rebuilt       TEXT,
  first_seen    TEXT,
  land_class    TEXT NOT NULL,
  note          TEXT NOT NULL,
  source        TEXT NOT NULL,
  CHECK (valid_from < valid_until),
  CHECK (built_from IS NULL OR built_until IS NULL OR built_from <= built_until)
);
-- Usage: view grave_now
CREATE INDEX grave_version ON grave (grave_id);

-- Graves that are kept where they are: of historic, artistic or scientific value, of martyrs, by the customs of a minority.
CREATE TABLE grave_protection (
  fact          INTEGER PRIMARY KEY,
  grave_id      INTEGER NOT NULL REFERENCES grave,
  document_id   INTEGER REFERENCES document,
  recorded_in   INTEGER NOT NULL,
  superseded_in INTEGER,
  valid_from    TEXT NOT NULL,
  valid_until   TEXT NOT NULL,
  kind          TEXT NOT NULL CHECK (kind IN ('heritage', 'martyr', 'custom', 'other')),
  list          TEXT NOT NULL,
  entry         TEXT NOT NULL,
  CHECK (valid_from < valid_until)
);
-- Usage: view grave_now
CREATE INDEX grave_protection_grave ON grave_protection (grave_id);

-- What is known of a facility beside its row of 0004. Its ground is added in 0061.
CREATE TABLE facility_record (
  fact          INTEGER PRIMARY KEY,
  facility_id   INTEGER NOT NULL REFERENCES facility,
  document_id   INTEGER REFERENCES document,
  recorded_in   INTEGER NOT NULL,
  superseded_in INTEGER,
  valid_from    TEXT NOT NULL,
  valid_until   TEXT NOT NULL,
  state         TEXT NOT NULL CHECK (state IN ('planned', 'approved', 'open', 'full', 'closed')),
  ownership     TEXT NOT NULL,
  operator      TEXT NOT NULL,
  approval_number TEXT NOT NULL,
  approved_on   TEXT,
  approval_body TEXT NOT NULL,
  approval_level BIGINT CHECK (approval_level >= 0),
  area_approved_m2 DOUBLE PRECISION CHECK (area_approved_m2 >= 0),
  area_built_m2 DOUBLE PRECISION CHECK (area_built_m2 >= 0),
  opened        TEXT,
  service_radius_m DOUBLE PRECISION CHECK (service_radius_m > 0),
  note          TEXT NOT NULL,
  CHECK (valid_from < valid_until)
);
-- Usage: facility_record in map programs
CREATE INDEX facility_record_facility ON facility_record (facility_id);

-- Divisions that a facility serves.
CREATE TABLE facility_service (
  fact          INTEGER PRIMARY KEY,
  facility_id   INTEGER NOT NULL REFERENCES facility,
  division_id   INTEGER NOT NULL REFERENCES division,
  document_id   INTEGER REFERENCES document,
  recorded_in   INTEGER NOT NULL,
  superseded_in INTEGER,
  valid_from    TEXT NOT NULL,
  valid_until   TEXT NOT NULL,
  CHECK (valid_from < valid_until)
);

-- Plots and niches of one type as they were counted on a day. What is used may be more than was planned.
CREATE TABLE facility_stock (
  fact          INTEGER PRIMARY KEY,
  facility_id   INTEGER NOT NULL REFERENCES facility,
  document_id   INTEGER REFERENCES document,
  recorded_in   INTEGER NOT NULL,
  superseded_in INTEGER,
  counted       TEXT NOT NULL,
  type          TEXT NOT NULL,
  planned       BIGINT NOT NULL CHECK (planned >= 0),
  used          BIGINT NOT NULL CHECK (used >= 0),
  reserved      BIGINT NOT NULL CHECK (reserved >= 0),
  unit_area_m2  DOUBLE PRECISION CHECK (unit_area_m2 >= 0)
);

-- A year of a facility: what was placed, and how the annual inspection went.
CREATE TABLE facility_year (
  fact          INTEGER PRIMARY KEY,
  facility_id   INTEGER NOT NULL REFERENCES facility,
  document_id   INTEGER REFERENCES document,
  recorded_in   INTEGER NOT NULL,
  superseded_in INTEGER,
  year          BIGINT NOT NULL,
  placements    BIGINT CHECK (placements >= 0),
  ecological    BIGINT CHECK (ecological >= 0),
  inspected_on  TEXT,
  inspection    TEXT NOT NULL CHECK (inspection IN ('', 'passed', 'to_correct', 'failed')),
  note          TEXT NOT NULL
);

CREATE TABLE facility_price (
  fact          INTEGER PRIMARY KEY,
  facility_id   INTEGER NOT NULL REFERENCES facility,
  document_id   INTEGER REFERENCES document,
  recorded_in   INTEGER NOT NULL,
  superseded_in INTEGER,
  valid_from    TEXT NOT NULL,
  valid_until   TEXT NOT NULL,
  item          TEXT NOT NULL,
  basis         TEXT NOT NULL CHECK (basis IN ('set', 'guided', 'market', 'free')),
  price         DOUBLE PRECISION NOT NULL CHECK (price >= 0),
  currency      TEXT NOT NULL,
  unit          TEXT NOT NULL,
  CHECK (valid_from < valid_until)
);

-- A feature of the land of one class of the pack's siting rules: a position, a line or an area.
CREATE TABLE land_feature (
  fact          INTEGER PRIMARY KEY,
  land_feature_id INTEGER NOT NULL REFERENCES land_feature,
  document_id   INTEGER REFERENCES document,
  recorded_in   INTEGER NOT NULL,
  superseded_in INTEGER,
  valid_from    TEXT NOT NULL,
  valid_until   TEXT NOT NULL,
  local_id      TEXT NOT NULL,
  class         TEXT NOT NULL,
  name          TEXT NOT NULL,
  accuracy_m    DOUBLE PRECISION CHECK (accuracy_m >= 0),
  source        TEXT NOT NULL,
  CHECK (valid_from < valid_until)
);
