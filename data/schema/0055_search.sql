-- SPDX-License-Identifier: Apache-2.0
-- What became of names since a revision: a search index is made of one revision, and reads what came after it from
-- here, so that a search knows an act as soon as it is committed.
-- Usage: search_name_list
CREATE INDEX geographical_name_recorded ON geographical_name (recorded_in);
CREATE INDEX place_recorded ON place (recorded_in);
-- Usage: search_name_gone
CREATE INDEX geographical_name_superseded ON geographical_name (superseded_in) WHERE superseded_in IS NOT NULL;
CREATE INDEX place_superseded ON place (superseded_in) WHERE superseded_in IS NOT NULL;
