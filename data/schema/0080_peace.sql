-- SPDX-License-Identifier: Apache-2.0
-- What neighbours do to keep a line peaceful (平安边界): meetings, agreements, pacts, screenings.
CREATE TABLE peace_entry (
  fact             INTEGER PRIMARY KEY,
  boundary_line_id INTEGER NOT NULL REFERENCES boundary_line,
  recorded_in      INTEGER NOT NULL,
  superseded_in    INTEGER,
  activity         TEXT NOT NULL,
  day              TEXT NOT NULL,
  left_by          TEXT NOT NULL,
  right_by         TEXT NOT NULL,
  incidents        INTEGER NOT NULL CHECK (incidents >= 0),
  next_on          TEXT,
  filing           TEXT NOT NULL,
  note             TEXT NOT NULL
);
