-- SPDX-License-Identifier: Apache-2.0
-- Nothing is ever deleted or rewritten: a fact is superseded, once, and another one added. These triggers hold for
-- every program that opens the file.

CREATE TRIGGER revision_is_kept BEFORE DELETE ON revision
BEGIN SELECT RAISE(ABORT, 'nothing is ever deleted: supersede it'); END;
CREATE TRIGGER revision_is_frozen BEFORE UPDATE OF revision, act, author, reason, recorded_at ON revision
BEGIN SELECT RAISE(ABORT, 'nothing is ever rewritten: supersede it and add another'); END;

CREATE TRIGGER audit_entry_is_kept BEFORE DELETE ON audit_entry
BEGIN SELECT RAISE(ABORT, 'nothing is ever deleted: supersede it'); END;
CREATE TRIGGER audit_entry_is_frozen BEFORE UPDATE OF revision, facts, previous_hash, hash ON audit_entry
BEGIN SELECT RAISE(ABORT, 'nothing is ever rewritten: supersede it and add another'); END;

CREATE TRIGGER project_is_kept BEFORE DELETE ON project
BEGIN SELECT RAISE(ABORT, 'nothing is ever deleted: supersede it'); END;
CREATE TRIGGER project_is_frozen BEFORE UPDATE OF project_id, recorded_in, title ON project
BEGIN SELECT RAISE(ABORT, 'nothing is ever rewritten: supersede it and add another'); END;
CREATE TRIGGER project_is_superseded_once BEFORE UPDATE OF superseded_in ON project
WHEN OLD.superseded_in IS NOT NULL OR NEW.superseded_in IS NULL
BEGIN SELECT RAISE(ABORT, 'already superseded'); END;

CREATE TRIGGER document_is_kept BEFORE DELETE ON document
BEGIN SELECT RAISE(ABORT, 'nothing is ever deleted: supersede it'); END;
CREATE TRIGGER document_is_frozen BEFORE UPDATE OF 
  document_id, recorded_in, kind, title, number, issuer, issued, licence, sha256
  ON document
BEGIN SELECT RAISE(ABORT, 'nothing is ever rewritten: supersede it and add another'); END;
CREATE TRIGGER document_is_superseded_once BEFORE UPDATE OF superseded_in ON document
WHEN OLD.superseded_in IS NOT NULL OR NEW.superseded_in IS NULL
BEGIN SELECT RAISE(ABORT, 'already superseded'); END;

CREATE TRIGGER division_is_kept BEFORE DELETE ON division
BEGIN SELECT RAISE(ABORT, 'nothing is ever deleted: supersede it'); END;
CREATE TRIGGER division_is_frozen BEFORE UPDATE OF division_id, recorded_in ON division
BEGIN SELECT RAISE(ABORT, 'nothing is ever rewritten: supersede it and add another'); END;
CREATE TRIGGER division_is_superseded_once BEFORE UPDATE OF superseded_in ON division
WHEN OLD.superseded_in IS NOT NULL OR NEW.superseded_in IS NULL
BEGIN SELECT RAISE(ABORT, 'already superseded'); END;

CREATE TRIGGER division_version_is_kept BEFORE DELETE ON division_version
BEGIN SELECT RAISE(ABORT, 'nothing is ever deleted: supersede it'); END;
CREATE TRIGGER division_version_is_frozen BEFORE UPDATE OF 
  fact, division_id, recorded_in, valid_from, valid_until, level, kind, document_id
  ON division_version
BEGIN SELECT RAISE(ABORT, 'nothing is ever rewritten: supersede it and add another'); END;
CREATE TRIGGER division_version_is_superseded_once BEFORE UPDATE OF superseded_in ON division_version
WHEN OLD.superseded_in IS NOT NULL OR NEW.superseded_in IS NULL
BEGIN SELECT RAISE(ABORT, 'already superseded'); END;

CREATE TRIGGER division_code_is_kept BEFORE DELETE ON division_code
BEGIN SELECT RAISE(ABORT, 'nothing is ever deleted: supersede it'); END;
CREATE TRIGGER division_code_is_frozen BEFORE UPDATE OF 
  fact, division_id, recorded_in, valid_from, valid_until, system, code
  ON division_code
BEGIN SELECT RAISE(ABORT, 'nothing is ever rewritten: supersede it and add another'); END;
CREATE TRIGGER division_code_is_superseded_once BEFORE UPDATE OF superseded_in ON division_code
WHEN OLD.superseded_in IS NOT NULL OR NEW.superseded_in IS NULL
BEGIN SELECT RAISE(ABORT, 'already superseded'); END;

CREATE TRIGGER division_name_is_kept BEFORE DELETE ON division_name
BEGIN SELECT RAISE(ABORT, 'nothing is ever deleted: supersede it'); END;
CREATE TRIGGER division_name_is_frozen BEFORE UPDATE OF 
  fact, division_id, recorded_in, valid_from, valid_until, name, language, status
  ON division_name
BEGIN SELECT RAISE(ABORT, 'nothing is ever rewritten: supersede it and add another'); END;
CREATE TRIGGER division_name_is_superseded_once BEFORE UPDATE OF superseded_in ON division_name
WHEN OLD.superseded_in IS NOT NULL OR NEW.superseded_in IS NULL
BEGIN SELECT RAISE(ABORT, 'already superseded'); END;

CREATE TRIGGER membership_is_kept BEFORE DELETE ON membership
BEGIN SELECT RAISE(ABORT, 'nothing is ever deleted: supersede it'); END;
CREATE TRIGGER membership_is_frozen BEFORE UPDATE OF 
  fact, member_id, superior_id, recorded_in, valid_from, valid_until, kind
  ON membership
BEGIN SELECT RAISE(ABORT, 'nothing is ever rewritten: supersede it and add another'); END;
CREATE TRIGGER membership_is_superseded_once BEFORE UPDATE OF superseded_in ON membership
WHEN OLD.superseded_in IS NOT NULL OR NEW.superseded_in IS NULL
BEGIN SELECT RAISE(ABORT, 'already superseded'); END;

CREATE TRIGGER succession_is_kept BEFORE DELETE ON succession
BEGIN SELECT RAISE(ABORT, 'nothing is ever deleted: supersede it'); END;
CREATE TRIGGER succession_is_frozen BEFORE UPDATE OF 
  fact, from_id, to_id, recorded_in, day, reason, to_code, document_id
  ON succession
BEGIN SELECT RAISE(ABORT, 'nothing is ever rewritten: supersede it and add another'); END;
CREATE TRIGGER succession_is_superseded_once BEFORE UPDATE OF superseded_in ON succession
WHEN OLD.superseded_in IS NOT NULL OR NEW.superseded_in IS NULL
BEGIN SELECT RAISE(ABORT, 'already superseded'); END;

CREATE TRIGGER dispute_is_kept BEFORE DELETE ON dispute
BEGIN SELECT RAISE(ABORT, 'nothing is ever deleted: supersede it'); END;
CREATE TRIGGER dispute_is_frozen BEFORE UPDATE OF 
  dispute_id, recorded_in, valid_from, valid_until, title
  ON dispute
BEGIN SELECT RAISE(ABORT, 'nothing is ever rewritten: supersede it and add another'); END;
CREATE TRIGGER dispute_is_superseded_once BEFORE UPDATE OF superseded_in ON dispute
WHEN OLD.superseded_in IS NOT NULL OR NEW.superseded_in IS NULL
BEGIN SELECT RAISE(ABORT, 'already superseded'); END;

CREATE TRIGGER claim_is_kept BEFORE DELETE ON claim
BEGIN SELECT RAISE(ABORT, 'nothing is ever deleted: supersede it'); END;
CREATE TRIGGER claim_is_frozen BEFORE UPDATE OF 
  claim_id, dispute_id, claimant_id, recorded_in, valid_from, valid_until, title
  ON claim
BEGIN SELECT RAISE(ABORT, 'nothing is ever rewritten: supersede it and add another'); END;
CREATE TRIGGER claim_is_superseded_once BEFORE UPDATE OF superseded_in ON claim
WHEN OLD.superseded_in IS NOT NULL OR NEW.superseded_in IS NULL
BEGIN SELECT RAISE(ABORT, 'already superseded'); END;

CREATE TRIGGER acceptance_is_kept BEFORE DELETE ON acceptance
BEGIN SELECT RAISE(ABORT, 'nothing is ever deleted: supersede it'); END;
CREATE TRIGGER acceptance_is_frozen BEFORE UPDATE OF 
  fact, viewer, dispute_id, claim_id, recorded_in, valid_from, valid_until
  ON acceptance
BEGIN SELECT RAISE(ABORT, 'nothing is ever rewritten: supersede it and add another'); END;
CREATE TRIGGER acceptance_is_superseded_once BEFORE UPDATE OF superseded_in ON acceptance
WHEN OLD.superseded_in IS NOT NULL OR NEW.superseded_in IS NULL
BEGIN SELECT RAISE(ABORT, 'already superseded'); END;

CREATE TRIGGER stretch_is_kept BEFORE DELETE ON stretch
BEGIN SELECT RAISE(ABORT, 'nothing is ever deleted: supersede it'); END;
CREATE TRIGGER stretch_is_frozen BEFORE UPDATE OF 
  stretch_id, recorded_in, edges, carrier, accuracy_m, path
  ON stretch
BEGIN SELECT RAISE(ABORT, 'nothing is ever rewritten: supersede it and add another'); END;
CREATE TRIGGER stretch_is_superseded_once BEFORE UPDATE OF superseded_in ON stretch
WHEN OLD.superseded_in IS NOT NULL OR NEW.superseded_in IS NULL
BEGIN SELECT RAISE(ABORT, 'already superseded'); END;

CREATE TRIGGER delimitation_is_kept BEFORE DELETE ON delimitation
BEGIN SELECT RAISE(ABORT, 'nothing is ever deleted: supersede it'); END;
CREATE TRIGGER delimitation_is_frozen BEFORE UPDATE OF 
  delimitation_id, stretch_id, left_id, right_id, claim_id, document_id, recorded_in, valid_from,
  valid_until
  ON delimitation
BEGIN SELECT RAISE(ABORT, 'nothing is ever rewritten: supersede it and add another'); END;
CREATE TRIGGER delimitation_is_superseded_once BEFORE UPDATE OF superseded_in ON delimitation
WHEN OLD.superseded_in IS NOT NULL OR NEW.superseded_in IS NULL
BEGIN SELECT RAISE(ABORT, 'already superseded'); END;

CREATE TRIGGER boundary_line_is_kept BEFORE DELETE ON boundary_line
BEGIN SELECT RAISE(ABORT, 'nothing is ever deleted: supersede it'); END;
CREATE TRIGGER boundary_line_is_frozen BEFORE UPDATE OF 
  fact, boundary_line_id, left_id, right_id, level, recorded_in, valid_from, valid_until, name
  ON boundary_line
BEGIN SELECT RAISE(ABORT, 'nothing is ever rewritten: supersede it and add another'); END;
CREATE TRIGGER boundary_line_is_superseded_once BEFORE UPDATE OF superseded_in ON boundary_line
WHEN OLD.superseded_in IS NOT NULL OR NEW.superseded_in IS NULL
BEGIN SELECT RAISE(ABORT, 'already superseded'); END;

CREATE TRIGGER boundary_line_part_is_kept BEFORE DELETE ON boundary_line_part
BEGIN SELECT RAISE(ABORT, 'nothing is ever deleted: supersede it'); END;
CREATE TRIGGER boundary_line_part_is_frozen BEFORE UPDATE OF 
  fact, boundary_line_id, ordinal, stretch_id, forward, recorded_in, valid_from, valid_until
  ON boundary_line_part
BEGIN SELECT RAISE(ABORT, 'nothing is ever rewritten: supersede it and add another'); END;
CREATE TRIGGER boundary_line_part_is_superseded_once BEFORE UPDATE OF superseded_in ON boundary_line_part
WHEN OLD.superseded_in IS NOT NULL OR NEW.superseded_in IS NULL
BEGIN SELECT RAISE(ABORT, 'already superseded'); END;

CREATE TRIGGER place_is_kept BEFORE DELETE ON place
BEGIN SELECT RAISE(ABORT, 'nothing is ever deleted: supersede it'); END;
CREATE TRIGGER place_is_frozen BEFORE UPDATE OF 
  fact, place_id, recorded_in, valid_from, valid_until, local_id, type, document_id, position
  ON place
BEGIN SELECT RAISE(ABORT, 'nothing is ever rewritten: supersede it and add another'); END;
CREATE TRIGGER place_is_superseded_once BEFORE UPDATE OF superseded_in ON place
WHEN OLD.superseded_in IS NOT NULL OR NEW.superseded_in IS NULL
BEGIN SELECT RAISE(ABORT, 'already superseded'); END;

CREATE TRIGGER geographical_name_is_kept BEFORE DELETE ON geographical_name
BEGIN SELECT RAISE(ABORT, 'nothing is ever deleted: supersede it'); END;
CREATE TRIGGER geographical_name_is_frozen BEFORE UPDATE OF 
  fact, place_id, ordinal, recorded_in, valid_from, valid_until, name, language, status
  ON geographical_name
BEGIN SELECT RAISE(ABORT, 'nothing is ever rewritten: supersede it and add another'); END;
CREATE TRIGGER geographical_name_is_superseded_once BEFORE UPDATE OF superseded_in ON geographical_name
WHEN OLD.superseded_in IS NOT NULL OR NEW.superseded_in IS NULL
BEGIN SELECT RAISE(ABORT, 'already superseded'); END;

CREATE TRIGGER hazard_zone_is_kept BEFORE DELETE ON hazard_zone
BEGIN SELECT RAISE(ABORT, 'nothing is ever deleted: supersede it'); END;
CREATE TRIGGER hazard_zone_is_frozen BEFORE UPDATE OF 
  fact, hazard_zone_id, recorded_in, valid_from, valid_until, local_id, kind, severity, name, source,
  document_id, shape
  ON hazard_zone
BEGIN SELECT RAISE(ABORT, 'nothing is ever rewritten: supersede it and add another'); END;
CREATE TRIGGER hazard_zone_is_superseded_once BEFORE UPDATE OF superseded_in ON hazard_zone
WHEN OLD.superseded_in IS NOT NULL OR NEW.superseded_in IS NULL
BEGIN SELECT RAISE(ABORT, 'already superseded'); END;

CREATE TRIGGER facility_is_kept BEFORE DELETE ON facility
BEGIN SELECT RAISE(ABORT, 'nothing is ever deleted: supersede it'); END;
CREATE TRIGGER facility_is_frozen BEFORE UPDATE OF 
  fact, facility_id, recorded_in, valid_from, valid_until, local_id, kind, name, capacity, used,
  source, document_id, position
  ON facility
BEGIN SELECT RAISE(ABORT, 'nothing is ever rewritten: supersede it and add another'); END;
CREATE TRIGGER facility_is_superseded_once BEFORE UPDATE OF superseded_in ON facility
WHEN OLD.superseded_in IS NOT NULL OR NEW.superseded_in IS NULL
BEGIN SELECT RAISE(ABORT, 'already superseded'); END;
