-- SPDX-License-Identifier: Apache-2.0
-- For how long a facility gives its plots, and how green it is: beside a row of facility_record, where somebody told it.
CREATE TABLE facility_term (
  fact          INTEGER PRIMARY KEY,
  facility_record_fact INTEGER NOT NULL REFERENCES facility_record,
  recorded_in   INTEGER NOT NULL,
  superseded_in INTEGER,
  term_years    DOUBLE PRECISION CHECK (term_years > 0),
  cover_percent DOUBLE PRECISION CHECK (cover_percent >= 0 AND cover_percent <= 100),
  green_percent DOUBLE PRECISION CHECK (green_percent >= 0 AND green_percent <= 100)
);
-- Usage: facility_record_list
CREATE INDEX facility_term_record ON facility_term (facility_record_fact);
