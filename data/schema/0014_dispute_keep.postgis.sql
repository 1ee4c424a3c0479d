-- SPDX-License-Identifier: Apache-2.0
ALTER TABLE line_opinion ADD COLUMN path geometry(LineString, 4326);
ALTER TABLE line_opinion ADD COLUMN area geometry(MultiPolygon, 4326);
-- Usage: line_opinion in map programs
CREATE INDEX line_opinion_path ON line_opinion USING gist (path);
ALTER TABLE outcome_village ADD COLUMN position geometry(Point, 4326) NOT NULL;
ALTER TABLE outcome_point ADD COLUMN position geometry(Point, 4326) NOT NULL;
ALTER TABLE sighting ADD COLUMN position geometry(Point, 4326) NOT NULL;

-- The files of documents, kept once each under their digest. What a document is stands in `document`, whose entry in
-- the audit seals the digest; the content needs no other seal.
CREATE TABLE content (
  sha256        TEXT PRIMARY KEY,
  media_type    TEXT NOT NULL,
  content       BYTEA NOT NULL
);
CREATE TRIGGER is_kept BEFORE DELETE OR TRUNCATE OR UPDATE ON content
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_removal();
CREATE TRIGGER is_kept BEFORE DELETE OR TRUNCATE OR UPDATE ON attempt
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_removal();

DO $$
DECLARE
  kept TEXT;
  clerk BOOLEAN := EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'merestone_clerk');
BEGIN
  FOREACH kept IN ARRAY ARRAY[
    'dispute_case', 'dispute_party', 'case_step', 'office_clock', 'evidence', 'line_opinion',
    'opinion_evidence', 'outcome', 'outcome_signatory', 'outcome_village', 'outcome_point',
    'filing', 'perspective', 'sighting']
  LOOP
    EXECUTE format('CREATE TRIGGER is_kept BEFORE DELETE OR TRUNCATE ON %I
                      FOR EACH STATEMENT EXECUTE FUNCTION refuse_removal()', kept);
    EXECUTE format('CREATE TRIGGER is_frozen BEFORE UPDATE ON %I
                      FOR EACH ROW EXECUTE FUNCTION refuse_rewriting()', kept);
    IF clerk THEN
      EXECUTE format('GRANT SELECT, INSERT ON %I TO merestone_clerk', kept);
      EXECUTE format('GRANT UPDATE (superseded_in) ON %I TO merestone_clerk', kept);
    END IF;
  END LOOP;
  IF clerk THEN
    GRANT SELECT, INSERT ON content, attempt TO merestone_clerk;
  END IF;
END $$;
