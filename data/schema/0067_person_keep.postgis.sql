-- SPDX-License-Identifier: Apache-2.0
-- What 0006 and 0008 say of facts holds for those of 0066 too. Personal data are for a role of their own: the clerk may not
-- even look, and who is no member of the role is refused by the server. That role may add and erase, and nothing else.
DO $$
DECLARE
  kept TEXT;
  clerk BOOLEAN := EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'merestone_clerk');
BEGIN
  FOREACH kept IN ARRAY ARRAY[
    'person', 'burial_party']
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

DO $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'merestone_enforcement') THEN
    CREATE ROLE merestone_enforcement NOLOGIN;
  END IF;
  IF NOT pg_has_role(current_user, 'merestone_enforcement', 'MEMBER') THEN
    EXECUTE format('GRANT merestone_enforcement TO %I', current_user);
  END IF;
EXCEPTION WHEN insufficient_privilege OR duplicate_object OR unique_violation THEN
  NULL;
END $$;

DO $$
BEGIN
  REVOKE ALL ON personal_data FROM PUBLIC;
  IF EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'merestone_clerk') THEN
    REVOKE ALL ON personal_data FROM merestone_clerk;
  END IF;
  IF EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'merestone_enforcement') THEN
    GRANT USAGE ON SCHEMA merestone TO merestone_enforcement;
    GRANT SELECT, INSERT, DELETE ON personal_data TO merestone_enforcement;
    GRANT SELECT ON person TO merestone_enforcement;
  END IF;
END $$;
