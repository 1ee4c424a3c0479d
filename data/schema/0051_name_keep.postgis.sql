-- SPDX-License-Identifier: Apache-2.0
ALTER TABLE place_shape ADD COLUMN position geometry(Point, 4326);
-- Usage: place_shape in map programs
CREATE INDEX place_shape_position ON place_shape USING gist (position);
ALTER TABLE place_shape ADD COLUMN path geometry(LineString, 4326);
-- Usage: place_shape in map programs
CREATE INDEX place_shape_path ON place_shape USING gist (path);
ALTER TABLE place_shape ADD COLUMN area geometry(MultiPolygon, 4326);
-- Usage: place_shape in map programs
CREATE INDEX place_shape_area ON place_shape USING gist (area);
ALTER TABLE name_sign ADD COLUMN position geometry(Point, 4326);
-- Usage: name_sign in map programs
CREATE INDEX name_sign_position ON name_sign USING gist (position);
ALTER TABLE name_application ADD COLUMN position geometry(Point, 4326);
-- Usage: name_application in map programs
CREATE INDEX name_application_position ON name_application USING gist (position);

DO $$
DECLARE
  kept TEXT;
  clerk BOOLEAN := EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'merestone_clerk');
BEGIN
  FOREACH kept IN ARRAY ARRAY[
    'place_record', 'name_record', 'name_spelling', 'name_replacement', 'place_class', 'place_attribute',
    'place_code', 'place_division', 'place_link', 'place_shape', 'name_protection', 'address_alias',
    'name_sign', 'sign_inspection', 'sign_order', 'name_application', 'application_step',
    'application_document', 'application_finding']
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
    GRANT SELECT ON place_now, name_now TO merestone_clerk;
  END IF;
END $$;

-- References of what comes by the hundred thousand are checked as in 0030.
DO $$
DECLARE
  large TEXT;
  key RECORD;
  told TEXT;
BEGIN
  FOREACH large IN ARRAY ARRAY[
    'place_record', 'name_record', 'name_spelling', 'place_class', 'place_attribute', 'place_code',
    'place_division', 'place_shape']
  LOOP
    told := '';
    FOR key IN
      SELECT c.conname, a.attname AS of, c.confrelid::regclass::text AS target, k.attname AS id
        FROM pg_constraint AS c
        JOIN pg_attribute AS a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1]
        JOIN pg_attribute AS k ON k.attrelid = c.confrelid AND k.attnum = c.confkey[1]
       WHERE c.contype = 'f' AND c.conrelid = large::regclass
       ORDER BY c.conkey[1]
    LOOP
      told := told || format('%s%L, %L, %L', CASE told WHEN '' THEN '' ELSE ', ' END, key.of, key.target, key.id);
      EXECUTE format('ALTER TABLE %I DROP CONSTRAINT %I', large, key.conname);
      EXECUTE format('COMMENT ON COLUMN %I.%I IS %L', large, key.of, 'refers to ' || key.target);
    END LOOP;
    EXECUTE format('CREATE TRIGGER refers AFTER INSERT ON %I REFERENCING NEW TABLE AS added
                      FOR EACH STATEMENT EXECUTE FUNCTION refuse_unknown(%s)', large, told);
  END LOOP;
END $$;
