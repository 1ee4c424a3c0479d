-- SPDX-License-Identifier: Apache-2.0
-- How large the place is that a name is applied for (PN-02), as applied for or as corrected since.
CREATE TABLE application_size (
  fact            INTEGER PRIMARY KEY,
  application_id  INTEGER NOT NULL REFERENCES name_application,
  recorded_in     INTEGER NOT NULL,
  superseded_in   INTEGER,
  area_m2         DOUBLE PRECISION CHECK (area_m2 > 0),
  length_m        DOUBLE PRECISION CHECK (length_m > 0),
  floor_area_m2   DOUBLE PRECISION CHECK (floor_area_m2 > 0),
  storeys         INTEGER CHECK (storeys > 0)
);
-- Usage: application_size_list
CREATE INDEX application_size_application ON application_size (application_id);
