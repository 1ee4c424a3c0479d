-- SPDX-License-Identifier: Apache-2.0
-- A search index places names whose ground nobody knows by the divisions that the record has for them.
-- Usage: search_name_since, search_name_gone
CREATE INDEX place_division_recorded ON place_division (recorded_in);
CREATE INDEX place_division_superseded ON place_division (superseded_in) WHERE superseded_in IS NOT NULL;
