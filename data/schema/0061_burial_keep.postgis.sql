-- SPDX-License-Identifier: Apache-2.0
-- Where the things of 0060 are; what 0006 and 0008 say of facts holds for them too.
ALTER TABLE grave ADD COLUMN position geometry(Point, 4326) NOT NULL;
-- Usage: grave in map programs
CREATE INDEX grave_position ON grave USING gist (position);
ALTER TABLE grave ADD COLUMN footprint geometry(MultiPolygon, 4326);
-- Usage: grave in map programs
CREATE INDEX grave_footprint ON grave USING gist (footprint);
ALTER TABLE facility_record ADD COLUMN area geometry(MultiPolygon, 4326);
-- Usage: facility_record in map programs
CREATE INDEX facility_record_area ON facility_record USING gist (area);
ALTER TABLE land_feature ADD COLUMN position geometry(Point, 4326);
-- Usage: land_feature in map programs
CREATE INDEX land_feature_position ON land_feature USING gist (position);
ALTER TABLE land_feature ADD COLUMN path geometry(LineString, 4326);
-- Usage: land_feature in map programs
CREATE INDEX land_feature_path ON land_feature USING gist (path);
ALTER TABLE land_feature ADD COLUMN area geometry(MultiPolygon, 4326);
-- Usage: land_feature in map programs
CREATE INDEX land_feature_area ON land_feature USING gist (area);

-- Graves that stand today.
CREATE VIEW grave_now AS
SELECT g.fact, g.grave_id, g.local_id, g.area_m2, g.annex_m2, g.hardened, g.remains, g.form, g.clan, g.built_from,
       g.built_until, g.first_seen, g.land_class, g.accuracy_m, g.method,
       (SELECT min(p.kind) FROM grave_protection p
         WHERE p.grave_id = g.grave_id AND p.superseded_in IS NULL
           AND p.valid_from <= CAST(CURRENT_DATE AS TEXT) AND p.valid_until > CAST(CURRENT_DATE AS TEXT)) AS protected,
       g.source, g.valid_from, g.valid_until, g.position
  FROM grave g
 WHERE g.superseded_in IS NULL AND g.valid_from <= CAST(CURRENT_DATE AS TEXT)
   AND g.valid_until > CAST(CURRENT_DATE AS TEXT);

DO $$
DECLARE
  kept TEXT;
  clerk BOOLEAN := EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'merestone_clerk');
BEGIN
  FOREACH kept IN ARRAY ARRAY[
    'grave', 'grave_protection', 'facility_record', 'facility_service', 'facility_stock', 'facility_year',
    'facility_price', 'land_feature']
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
    GRANT SELECT ON grave_now TO merestone_clerk;
  END IF;
END $$;
