-- SPDX-License-Identifier: Apache-2.0
-- References of the large tables are checked once per statement, all rows together. A foreign key is looked up, and its
-- target locked, row by row: four fifths of the server's work when a country's coverage is adopted. It is as safe:
-- nothing is ever deleted, and nothing but superseded_in ever changes (0006), so a reference that was good when it was
-- written stays good.
CREATE FUNCTION refuse_unknown() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  missing BOOLEAN;
BEGIN
  FOR i IN 0 .. TG_NARGS / 3 - 1 LOOP  -- column, table, key
    EXECUTE format('SELECT EXISTS (SELECT 1 FROM added WHERE added.%1$I IS NOT NULL AND NOT EXISTS
                      (SELECT 1 FROM %4$I.%2$I AS known WHERE known.%3$I = added.%1$I))',
                   TG_ARGV[3 * i], TG_ARGV[3 * i + 1], TG_ARGV[3 * i + 2], TG_TABLE_SCHEMA) INTO missing;
    IF missing THEN
      RAISE EXCEPTION '%.% refers to no % on record', TG_TABLE_NAME, TG_ARGV[3 * i], TG_ARGV[3 * i + 1]
        USING ERRCODE = 'foreign_key_violation';
    END IF;
  END LOOP;
  RETURN NULL;
END $$;

DO $$
DECLARE
  large TEXT;
  key RECORD;
  told TEXT;
BEGIN
  FOREACH large IN ARRAY ARRAY[
    'division_version', 'division_code', 'division_name', 'membership', 'succession', 'delimitation', 'boundary_line',
    'boundary_line_part', 'geographical_name']
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
