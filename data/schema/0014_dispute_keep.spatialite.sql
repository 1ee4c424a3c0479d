-- SPDX-License-Identifier: Apache-2.0
SELECT AddGeometryColumn('line_opinion', 'path', 4326, 'LINESTRING', 'XY');
-- Usage: line_opinion in map programs
SELECT CreateSpatialIndex('line_opinion', 'path');
SELECT AddGeometryColumn('line_opinion', 'area', 4326, 'MULTIPOLYGON', 'XY');
-- Usage: line_opinion in map programs
SELECT CreateSpatialIndex('line_opinion', 'area');
SELECT AddGeometryColumn('outcome_village', 'position', 4326, 'POINT', 'XY', 1);
-- Usage: outcome_village in map programs
SELECT CreateSpatialIndex('outcome_village', 'position');
SELECT AddGeometryColumn('outcome_point', 'position', 4326, 'POINT', 'XY', 1);
-- Usage: outcome_point in map programs
SELECT CreateSpatialIndex('outcome_point', 'position');
SELECT AddGeometryColumn('sighting', 'position', 4326, 'POINT', 'XY', 1);
-- Usage: sighting in map programs
SELECT CreateSpatialIndex('sighting', 'position');

-- The files of documents, kept once each under their digest. What a document is stands in `document`, whose entry in
-- the audit seals the digest; the content needs no other seal.
CREATE TABLE content (
  sha256        TEXT PRIMARY KEY,
  media_type    TEXT NOT NULL,
  content       BLOB NOT NULL
);
CREATE TRIGGER content_is_kept BEFORE DELETE ON content
BEGIN SELECT RAISE(ABORT, 'nothing is ever deleted: supersede it'); END;
CREATE TRIGGER content_is_sealed BEFORE UPDATE ON content
BEGIN SELECT RAISE(ABORT, 'nothing is ever rewritten: supersede it and add another'); END;
CREATE TRIGGER attempt_is_kept BEFORE DELETE ON attempt
BEGIN SELECT RAISE(ABORT, 'nothing is ever deleted: supersede it'); END;
CREATE TRIGGER attempt_is_sealed BEFORE UPDATE ON attempt
BEGIN SELECT RAISE(ABORT, 'nothing is ever rewritten: supersede it and add another'); END;

CREATE TRIGGER dispute_case_is_kept BEFORE DELETE ON dispute_case
BEGIN SELECT RAISE(ABORT, 'nothing is ever deleted: supersede it'); END;
CREATE TRIGGER dispute_case_is_frozen BEFORE UPDATE OF
  fact, dispute_id, recorded_in, number, title, procedure, level, reported, arose, triage,
  triage_reason
  ON dispute_case
BEGIN SELECT RAISE(ABORT, 'nothing is ever rewritten: supersede it and add another'); END;
CREATE TRIGGER dispute_case_is_superseded_once BEFORE UPDATE OF superseded_in ON dispute_case
WHEN OLD.superseded_in IS NOT NULL OR NEW.superseded_in IS NULL
BEGIN SELECT RAISE(ABORT, 'already superseded'); END;

CREATE TRIGGER dispute_party_is_kept BEFORE DELETE ON dispute_party
BEGIN SELECT RAISE(ABORT, 'nothing is ever deleted: supersede it'); END;
CREATE TRIGGER dispute_party_is_frozen BEFORE UPDATE OF
  fact, dispute_id, division_id, recorded_in, joined
  ON dispute_party
BEGIN SELECT RAISE(ABORT, 'nothing is ever rewritten: supersede it and add another'); END;
CREATE TRIGGER dispute_party_is_superseded_once BEFORE UPDATE OF superseded_in ON dispute_party
WHEN OLD.superseded_in IS NOT NULL OR NEW.superseded_in IS NULL
BEGIN SELECT RAISE(ABORT, 'already superseded'); END;

CREATE TRIGGER case_step_is_kept BEFORE DELETE ON case_step
BEGIN SELECT RAISE(ABORT, 'nothing is ever deleted: supersede it'); END;
CREATE TRIGGER case_step_is_frozen BEFORE UPDATE OF
  fact, dispute_id, recorded_in, state, day, document_id, note
  ON case_step
BEGIN SELECT RAISE(ABORT, 'nothing is ever rewritten: supersede it and add another'); END;
CREATE TRIGGER case_step_is_superseded_once BEFORE UPDATE OF superseded_in ON case_step
WHEN OLD.superseded_in IS NOT NULL OR NEW.superseded_in IS NULL
BEGIN SELECT RAISE(ABORT, 'already superseded'); END;

CREATE TRIGGER office_clock_is_kept BEFORE DELETE ON office_clock
BEGIN SELECT RAISE(ABORT, 'nothing is ever deleted: supersede it'); END;
CREATE TRIGGER office_clock_is_frozen BEFORE UPDATE OF
  fact, recorded_in, procedure, state, days
  ON office_clock
BEGIN SELECT RAISE(ABORT, 'nothing is ever rewritten: supersede it and add another'); END;
CREATE TRIGGER office_clock_is_superseded_once BEFORE UPDATE OF superseded_in ON office_clock
WHEN OLD.superseded_in IS NOT NULL OR NEW.superseded_in IS NULL
BEGIN SELECT RAISE(ABORT, 'already superseded'); END;

CREATE TRIGGER evidence_is_kept BEFORE DELETE ON evidence
BEGIN SELECT RAISE(ABORT, 'nothing is ever deleted: supersede it'); END;
CREATE TRIGGER evidence_is_frozen BEFORE UPDATE OF
  fact, evidence_id, dispute_id, party_id, document_id, recorded_in, item, kind, confirmed, original,
  sealed, both_sides, shows_administration, map_scale, crs, rmse_m, proves, objection, finding
  ON evidence
BEGIN SELECT RAISE(ABORT, 'nothing is ever rewritten: supersede it and add another'); END;
CREATE TRIGGER evidence_is_superseded_once BEFORE UPDATE OF superseded_in ON evidence
WHEN OLD.superseded_in IS NOT NULL OR NEW.superseded_in IS NULL
BEGIN SELECT RAISE(ABORT, 'already superseded'); END;

CREATE TRIGGER line_opinion_is_kept BEFORE DELETE ON line_opinion
BEGIN SELECT RAISE(ABORT, 'nothing is ever deleted: supersede it'); END;
CREATE TRIGGER line_opinion_is_frozen BEFORE UPDATE OF
  fact, line_opinion_id, dispute_id, holder_id, left_id, right_id, document_id, supersedes_id,
  recorded_in, valid_from, valid_until, kind, title, method, accuracy_m, path, area
  ON line_opinion
BEGIN SELECT RAISE(ABORT, 'nothing is ever rewritten: supersede it and add another'); END;
CREATE TRIGGER line_opinion_is_superseded_once BEFORE UPDATE OF superseded_in ON line_opinion
WHEN OLD.superseded_in IS NOT NULL OR NEW.superseded_in IS NULL
BEGIN SELECT RAISE(ABORT, 'already superseded'); END;

CREATE TRIGGER opinion_evidence_is_kept BEFORE DELETE ON opinion_evidence
BEGIN SELECT RAISE(ABORT, 'nothing is ever deleted: supersede it'); END;
CREATE TRIGGER opinion_evidence_is_frozen BEFORE UPDATE OF
  fact, line_opinion_id, evidence_id, recorded_in
  ON opinion_evidence
BEGIN SELECT RAISE(ABORT, 'nothing is ever rewritten: supersede it and add another'); END;
CREATE TRIGGER opinion_evidence_is_superseded_once BEFORE UPDATE OF superseded_in ON opinion_evidence
WHEN OLD.superseded_in IS NOT NULL OR NEW.superseded_in IS NULL
BEGIN SELECT RAISE(ABORT, 'already superseded'); END;

CREATE TRIGGER outcome_is_kept BEFORE DELETE ON outcome
BEGIN SELECT RAISE(ABORT, 'nothing is ever deleted: supersede it'); END;
CREATE TRIGGER outcome_is_frozen BEFORE UPDATE OF
  fact, dispute_id, document_id, approval_id, survey_id, recorded_in, mode, decided, effective,
  approved, map_title, map_scale, obligations, archive, tiles
  ON outcome
BEGIN SELECT RAISE(ABORT, 'nothing is ever rewritten: supersede it and add another'); END;
CREATE TRIGGER outcome_is_superseded_once BEFORE UPDATE OF superseded_in ON outcome
WHEN OLD.superseded_in IS NOT NULL OR NEW.superseded_in IS NULL
BEGIN SELECT RAISE(ABORT, 'already superseded'); END;

CREATE TRIGGER outcome_signatory_is_kept BEFORE DELETE ON outcome_signatory
BEGIN SELECT RAISE(ABORT, 'nothing is ever deleted: supersede it'); END;
CREATE TRIGGER outcome_signatory_is_frozen BEFORE UPDATE OF
  fact, outcome_id, party_id, recorded_in, name, capacity, signed
  ON outcome_signatory
BEGIN SELECT RAISE(ABORT, 'nothing is ever rewritten: supersede it and add another'); END;
CREATE TRIGGER outcome_signatory_is_superseded_once BEFORE UPDATE OF superseded_in ON outcome_signatory
WHEN OLD.superseded_in IS NOT NULL OR NEW.superseded_in IS NULL
BEGIN SELECT RAISE(ABORT, 'already superseded'); END;

CREATE TRIGGER outcome_village_is_kept BEFORE DELETE ON outcome_village
BEGIN SELECT RAISE(ABORT, 'nothing is ever deleted: supersede it'); END;
CREATE TRIGGER outcome_village_is_frozen BEFORE UPDATE OF
  fact, outcome_id, from_id, to_id, recorded_in, name, position
  ON outcome_village
BEGIN SELECT RAISE(ABORT, 'nothing is ever rewritten: supersede it and add another'); END;
CREATE TRIGGER outcome_village_is_superseded_once BEFORE UPDATE OF superseded_in ON outcome_village
WHEN OLD.superseded_in IS NOT NULL OR NEW.superseded_in IS NULL
BEGIN SELECT RAISE(ABORT, 'already superseded'); END;

CREATE TRIGGER outcome_point_is_kept BEFORE DELETE ON outcome_point
BEGIN SELECT RAISE(ABORT, 'nothing is ever deleted: supersede it'); END;
CREATE TRIGGER outcome_point_is_frozen BEFORE UPDATE OF
  fact, outcome_id, ordinal, recorded_in, number, monument, position
  ON outcome_point
BEGIN SELECT RAISE(ABORT, 'nothing is ever rewritten: supersede it and add another'); END;
CREATE TRIGGER outcome_point_is_superseded_once BEFORE UPDATE OF superseded_in ON outcome_point
WHEN OLD.superseded_in IS NOT NULL OR NEW.superseded_in IS NULL
BEGIN SELECT RAISE(ABORT, 'already superseded'); END;

CREATE TRIGGER filing_is_kept BEFORE DELETE ON filing
BEGIN SELECT RAISE(ABORT, 'nothing is ever deleted: supersede it'); END;
CREATE TRIGGER filing_is_frozen BEFORE UPDATE OF
  fact, dispute_id, document_id, recorded_in, recipient, filed, receipt
  ON filing
BEGIN SELECT RAISE(ABORT, 'nothing is ever rewritten: supersede it and add another'); END;
CREATE TRIGGER filing_is_superseded_once BEFORE UPDATE OF superseded_in ON filing
WHEN OLD.superseded_in IS NOT NULL OR NEW.superseded_in IS NULL
BEGIN SELECT RAISE(ABORT, 'already superseded'); END;

CREATE TRIGGER perspective_is_kept BEFORE DELETE ON perspective
BEGIN SELECT RAISE(ABORT, 'nothing is ever deleted: supersede it'); END;
CREATE TRIGGER perspective_is_frozen BEFORE UPDATE OF
  fact, claim_id, recorded_in, valid_from, valid_until, viewer, stance, drawn_as
  ON perspective
BEGIN SELECT RAISE(ABORT, 'nothing is ever rewritten: supersede it and add another'); END;
CREATE TRIGGER perspective_is_superseded_once BEFORE UPDATE OF superseded_in ON perspective
WHEN OLD.superseded_in IS NOT NULL OR NEW.superseded_in IS NULL
BEGIN SELECT RAISE(ABORT, 'already superseded'); END;

CREATE TRIGGER sighting_is_kept BEFORE DELETE ON sighting
BEGIN SELECT RAISE(ABORT, 'nothing is ever deleted: supersede it'); END;
CREATE TRIGGER sighting_is_frozen BEFORE UPDATE OF
  fact, dispute_id, by_id, document_id, recorded_in, kind, name, seen, not_yet_there, source, position
  ON sighting
BEGIN SELECT RAISE(ABORT, 'nothing is ever rewritten: supersede it and add another'); END;
CREATE TRIGGER sighting_is_superseded_once BEFORE UPDATE OF superseded_in ON sighting
WHEN OLD.superseded_in IS NOT NULL OR NEW.superseded_in IS NULL
BEGIN SELECT RAISE(ABORT, 'already superseded'); END;
