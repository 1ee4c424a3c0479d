-- SPDX-License-Identifier: Apache-2.0
-- What 0006 says of facts holds for the columns of 0096 too; on PostGIS the rights of 0061 already say so.
CREATE TRIGGER facility_record_terms_are_frozen BEFORE UPDATE OF term_years, cover_percent, green_percent ON facility_record
BEGIN SELECT RAISE(ABORT, 'nothing is ever rewritten: supersede it and add another'); END;
