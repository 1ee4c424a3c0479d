-- SPDX-License-Identifier: Apache-2.0
-- Where photos were taken; what 0006 and 0008 say of facts holds for those of 0064 too.
ALTER TABLE burial_photo ADD COLUMN position geometry(Point, 4326);
-- Usage: burial_photo in map programs
CREATE INDEX burial_photo_position ON burial_photo USING gist (position);

DO $$
DECLARE
  kept TEXT;
  clerk BOOLEAN := EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'merestone_clerk');
BEGIN
  FOREACH kept IN ARRAY ARRAY[
    'burial_case', 'burial_act', 'burial_photo', 'joint_action',
    'joint_action_body', 'joint_action_case', 'kept_grave']
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
