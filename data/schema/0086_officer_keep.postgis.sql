-- SPDX-License-Identifier: Apache-2.0
CREATE TRIGGER is_kept BEFORE DELETE OR TRUNCATE ON officer_role
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_removal();
CREATE TRIGGER is_frozen BEFORE UPDATE ON officer_role
  FOR EACH ROW EXECUTE FUNCTION refuse_rewriting();
DO $$
BEGIN
  IF EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'merestone_clerk') THEN
    GRANT SELECT, INSERT ON officer_role TO merestone_clerk;
    GRANT UPDATE (superseded_in) ON officer_role TO merestone_clerk;
  END IF;
END $$;
