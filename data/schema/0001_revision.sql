-- SPDX-License-Identifier: Apache-2.0
-- One revision per act of the office, one audit entry per revision. Every fact says in which revision it was
-- recorded and, once corrected or withdrawn, in which it was superseded. Nothing is ever deleted. That those
-- revisions exist is not a foreign key but part of the audit: a fact without its act breaks a digest.
-- Days are ISO text: they sort as they are and read the same in every program. Periods are half-open.
CREATE TABLE revision (
  revision    INTEGER PRIMARY KEY,
  act         TEXT NOT NULL,
  author      TEXT NOT NULL,
  reason      TEXT NOT NULL,
  recorded_at TEXT NOT NULL
);

-- Written last in an act: only then is it known what was written.
CREATE TABLE audit_entry (
  revision      INTEGER PRIMARY KEY REFERENCES revision,
  facts         TEXT NOT NULL,
  previous_hash TEXT NOT NULL,
  hash          TEXT NOT NULL UNIQUE
);

CREATE TABLE project (
  project_id    INTEGER PRIMARY KEY,
  recorded_in   INTEGER NOT NULL,
  superseded_in INTEGER,
  title         TEXT NOT NULL
);

CREATE TABLE document (
  document_id   INTEGER PRIMARY KEY,
  recorded_in   INTEGER NOT NULL,
  superseded_in INTEGER,
  kind          TEXT NOT NULL,
  title         TEXT NOT NULL,
  number        TEXT NOT NULL,
  issuer        TEXT NOT NULL,
  issued        TEXT,
  licence       TEXT NOT NULL,
  sha256        TEXT NOT NULL
);
