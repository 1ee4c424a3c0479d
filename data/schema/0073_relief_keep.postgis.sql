-- SPDX-License-Identifier: Apache-2.0
-- Where shelters and depots are; what 0006 and 0008 say of facts holds for those of 0072 too.
ALTER TABLE shelter ADD COLUMN position geometry(Point, 4326) NOT NULL;
-- Usage: shelter in map programs
CREATE INDEX shelter_position ON shelter USING gist (position);
ALTER TABLE depot ADD COLUMN position geometry(Point, 4326) NOT NULL;
-- Usage: depot in map programs
CREATE INDEX depot_position ON depot USING gist (position);

DO $$
DECLARE
  kept TEXT;
  clerk BOOLEAN := EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'merestone_clerk');
BEGIN
  FOREACH kept IN ARRAY ARRAY['shelter', 'depot', 'depot_stock']
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
END $$;

CREATE VIEW shelter_now AS
SELECT s.fact, s.shelter_id, s.local_id, s.name, s.level, s.space, s.duration, s.effective_area_m2, s.area_per_head_m2, s.hazards, s.in_use, s.source,
       s.valid_from, s.valid_until, s.position
  FROM shelter s
 WHERE s.superseded_in IS NULL AND s.valid_from <= CAST(CURRENT_DATE AS TEXT) AND s.valid_until > CAST(CURRENT_DATE AS TEXT);

CREATE VIEW depot_now AS
SELECT d.fact, d.depot_id, d.local_id, d.name, d.level, d.covers_people, d.source, d.valid_from, d.valid_until, d.position
  FROM depot d
 WHERE d.superseded_in IS NULL AND d.valid_from <= CAST(CURRENT_DATE AS TEXT) AND d.valid_until > CAST(CURRENT_DATE AS TEXT);

DO $$
BEGIN
  IF EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'merestone_clerk') THEN
    GRANT SELECT ON shelter_now, depot_now TO merestone_clerk;
  END IF;
END $$;
