-- SPDX-License-Identifier: Apache-2.0
-- Owners, families and complainants. That somebody takes part in a case is a fact like any other; who he is stands in
-- personal_data alone, outside the facts and their digests, so that the law's erasure breaks no seal. An erased person is
-- superseded: the audit keeps that and when, and nothing of what was known.
CREATE TABLE person (
  person_id     INTEGER PRIMARY KEY,
  recorded_in   INTEGER NOT NULL,
  superseded_in INTEGER
);

CREATE TABLE burial_party (
  fact          INTEGER PRIMARY KEY,
  burial_case_id INTEGER NOT NULL REFERENCES burial_case,
  person_id     INTEGER NOT NULL REFERENCES person,
  recorded_in   INTEGER NOT NULL,
  superseded_in INTEGER,
  role          TEXT NOT NULL CHECK (role IN ('owner', 'family', 'complainant'))
);
-- Usage: burial_party_list
CREATE INDEX burial_party_case ON burial_party (burial_case_id);

CREATE TABLE personal_data (
  person_id     INTEGER PRIMARY KEY REFERENCES person,
  name          TEXT NOT NULL,
  contact       TEXT NOT NULL,
  address       TEXT NOT NULL,
  identity      TEXT NOT NULL,
  statement     TEXT NOT NULL
);
