-- SPDX-License-Identifier: Apache-2.0
-- A search index finds places by the class that the record has for them, and names by the reading.
-- Usage: search_name_since, search_name_gone
CREATE INDEX place_class_recorded ON place_class (recorded_in);
CREATE INDEX place_class_superseded ON place_class (superseded_in) WHERE superseded_in IS NOT NULL;
CREATE INDEX name_record_recorded ON name_record (recorded_in);
CREATE INDEX name_record_superseded ON name_record (superseded_in) WHERE superseded_in IS NOT NULL;
