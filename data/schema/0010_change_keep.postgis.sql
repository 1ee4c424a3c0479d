-- SPDX-License-Identifier: Apache-2.0
-- Land used by others gets its shape; what 0006 and 0008 say of facts holds for those of 0009 too.
ALTER TABLE ground_use ADD COLUMN shape geometry(MultiPolygon, 4326) NOT NULL;
-- Usage: ground_use in map programs
CREATE INDEX ground_use_shape ON ground_use USING gist (shape);

DO $$
DECLARE
  kept TEXT;
BEGIN
  FOREACH kept IN ARRAY ARRAY[
    'project_pack', 'change_event', 'change_part', 'succession_share', 'division_seat', 'ground_use']
  LOOP
    EXECUTE format('CREATE TRIGGER is_kept BEFORE DELETE OR TRUNCATE ON %I
                      FOR EACH STATEMENT EXECUTE FUNCTION refuse_removal()', kept);
    EXECUTE format('CREATE TRIGGER is_frozen BEFORE UPDATE ON %I
                      FOR EACH ROW EXECUTE FUNCTION refuse_rewriting()', kept);
    IF EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'merestone_clerk') THEN
      EXECUTE format('GRANT SELECT, INSERT, UPDATE (superseded_in) ON %I TO merestone_clerk', kept);
    END IF;
  END LOOP;
END $$;
