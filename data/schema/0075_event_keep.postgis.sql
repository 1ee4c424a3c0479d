-- SPDX-License-Identifier: Apache-2.0
-- The area of a disaster, where it is drawn; what 0006 and 0008 say of facts holds for those of 0074 too.
ALTER TABLE disaster_event ADD COLUMN area geometry(MultiPolygon, 4326);
-- Usage: disaster_event in map programs
CREATE INDEX disaster_event_area ON disaster_event USING gist (area);

DO $$
DECLARE
  kept TEXT;
  clerk BOOLEAN := EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'merestone_clerk');
BEGIN
  FOREACH kept IN ARRAY ARRAY['disaster_event', 'event_figure']
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
