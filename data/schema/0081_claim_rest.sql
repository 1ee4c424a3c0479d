-- SPDX-License-Identifier: Apache-2.0
-- Days on which a claim rests: from the effect of a settlement on, until the case is opened anew.
CREATE TABLE claim_rest (
  fact          INTEGER PRIMARY KEY,
  claim_id      INTEGER NOT NULL REFERENCES claim,
  recorded_in   INTEGER NOT NULL,
  superseded_in INTEGER,
  valid_from    TEXT NOT NULL,
  valid_until   TEXT NOT NULL,
  CHECK (valid_from < valid_until)
);
-- Usage: claim_list
CREATE INDEX claim_rest_claim ON claim_rest (claim_id);
