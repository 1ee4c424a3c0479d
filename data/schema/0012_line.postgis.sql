-- SPDX-License-Identifier: Apache-2.0
-- Positions of what 0011 keeps; the triggers of 0006 and the rights of 0008 for its tables; a view for map programs.
ALTER TABLE monument ADD COLUMN position geometry(Point, 4326) NOT NULL;
ALTER TABLE observation ADD COLUMN position geometry(Point, 4326);
ALTER TABLE hidden_risk ADD COLUMN position geometry(Point, 4326);
ALTER TABLE feature_shift ADD COLUMN position geometry(Point, 4326) NOT NULL;
ALTER TABLE line_project ADD COLUMN path geometry(LineString, 4326) NOT NULL;
-- Usage: view monument_now in map programs
CREATE INDEX monument_position ON monument USING gist (position);
-- Usage: map programs
CREATE INDEX observation_position ON observation USING gist (position);
-- Usage: map programs
CREATE INDEX hidden_risk_position ON hidden_risk USING gist (position);
-- Usage: map programs
CREATE INDEX feature_shift_position ON feature_shift USING gist (position);
-- Usage: map programs
CREATE INDEX line_project_path ON line_project USING gist (path);

DO $$
DECLARE
  kept TEXT;
  clerk BOOLEAN := EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'merestone_clerk');
BEGIN
  FOREACH kept IN ARRAY ARRAY[
    'line_record', 'monument', 'monument_line', 'witness', 'segment', 'inspection', 'inspection_step',
    'observation', 'segment_check', 'repair_order', 'patrol', 'hidden_risk', 'feature_shift', 'line_project',
    'line_consent']
  LOOP
    EXECUTE format('CREATE TRIGGER is_kept BEFORE DELETE OR TRUNCATE ON %I
                      FOR EACH STATEMENT EXECUTE FUNCTION refuse_removal()', kept);
    EXECUTE format('CREATE TRIGGER is_frozen BEFORE UPDATE ON %I
                      FOR EACH ROW EXECUTE FUNCTION refuse_rewriting()', kept);
    IF clerk THEN
      EXECUTE format('GRANT SELECT, INSERT, UPDATE (superseded_in) ON %I TO merestone_clerk', kept);
    END IF;
  END LOOP;
END $$;

CREATE VIEW monument_now AS
SELECT m.fact, m.monument_id, m.number, m.kind, m.location, m.keeper, m.accuracy_m, m.height_m,
       (SELECT min(l.boundary_line_id) FROM monument_line l
         WHERE l.monument_id = m.monument_id AND l.superseded_in IS NULL) AS boundary_line_id,
       (SELECT count(*) FROM observation o WHERE o.monument_id = m.monument_id AND o.superseded_in IS NULL) AS observations,
       m.valid_from, m.valid_until, m.position
  FROM monument m
 WHERE m.superseded_in IS NULL AND m.valid_from <= CAST(CURRENT_DATE AS TEXT)
   AND m.valid_until > CAST(CURRENT_DATE AS TEXT);

DO $$
BEGIN
  IF EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'merestone_clerk') THEN
    GRANT SELECT ON monument_now TO merestone_clerk;
  END IF;
END $$;
