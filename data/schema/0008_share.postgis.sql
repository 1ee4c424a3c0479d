-- SPDX-License-Identifier: Apache-2.0
-- The role that the program works as: it adds and supersedes, and may do nothing else. Without the right to make
-- roles the owner works as himself, and the triggers of 0006 keep the record.
DO $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'merestone_clerk') THEN
    CREATE ROLE merestone_clerk NOLOGIN;
  END IF;
  IF NOT pg_has_role(current_user, 'merestone_clerk', 'MEMBER') THEN
    EXECUTE format('GRANT merestone_clerk TO %I', current_user);
  END IF;
EXCEPTION WHEN insufficient_privilege OR duplicate_object OR unique_violation THEN
  NULL;
END $$;

DO $$
DECLARE
  kept TEXT;
BEGIN
  IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'merestone_clerk') THEN
    RETURN;
  END IF;
  GRANT USAGE ON SCHEMA merestone TO merestone_clerk;
  GRANT SELECT ON ALL TABLES IN SCHEMA merestone TO merestone_clerk;
  FOREACH kept IN ARRAY ARRAY[
    'revision', 'audit_entry', 'project', 'document', 'division', 'division_version', 'division_code',
    'division_name', 'membership', 'succession', 'dispute', 'claim', 'acceptance', 'stretch',
    'delimitation', 'boundary_line', 'boundary_line_part', 'place',
    'geographical_name', 'hazard_zone', 'facility']
  LOOP
    EXECUTE format('GRANT INSERT ON %I TO merestone_clerk', kept);
    IF kept NOT IN ('revision', 'audit_entry') THEN
      EXECUTE format('GRANT UPDATE (superseded_in) ON %I TO merestone_clerk', kept);
    END IF;
  END LOOP;
END $$;
