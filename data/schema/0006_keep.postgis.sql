-- SPDX-License-Identifier: Apache-2.0
-- Nothing is ever deleted or rewritten: a fact is superseded, once, and another one added. These triggers hold for
-- the owner of the tables too; the role of 0008 may not even try.
CREATE FUNCTION refuse_removal() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'nothing is ever deleted: supersede it' USING ERRCODE = 'restrict_violation';
END $$;

CREATE FUNCTION refuse_rewriting() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  unmarked RECORD := NEW;
BEGIN
  unmarked.superseded_in := OLD.superseded_in;
  IF unmarked *<> OLD THEN
    RAISE EXCEPTION 'nothing is ever rewritten: supersede it and add another' USING ERRCODE = 'restrict_violation';
  ELSIF OLD.superseded_in IS NOT NULL OR NEW.superseded_in IS NULL THEN
    RAISE EXCEPTION 'already superseded' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER is_kept BEFORE DELETE OR TRUNCATE OR UPDATE ON revision
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_removal();
CREATE TRIGGER is_kept BEFORE DELETE OR TRUNCATE OR UPDATE ON audit_entry
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_removal();

DO $$
DECLARE
  kept TEXT;
BEGIN
  FOREACH kept IN ARRAY ARRAY[
    'project', 'document', 'division', 'division_version', 'division_code', 'division_name', 'membership',
    'succession', 'dispute', 'claim', 'acceptance', 'stretch', 'delimitation', 'boundary_line',
    'boundary_line_part', 'place', 'geographical_name', 'hazard_zone', 'facility']
  LOOP
    EXECUTE format('CREATE TRIGGER is_kept BEFORE DELETE OR TRUNCATE ON %I
                      FOR EACH STATEMENT EXECUTE FUNCTION refuse_removal()', kept);
    EXECUTE format('CREATE TRIGGER is_frozen BEFORE UPDATE ON %I
                      FOR EACH ROW EXECUTE FUNCTION refuse_rewriting()', kept);
  END LOOP;
END $$;
