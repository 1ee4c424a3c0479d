-- SPDX-License-Identifier: Apache-2.0
-- For how long a facility gives its plots, and how green it is.
ALTER TABLE facility_record ADD COLUMN term_years DOUBLE PRECISION CHECK (term_years > 0);
ALTER TABLE facility_record ADD COLUMN cover_percent DOUBLE PRECISION CHECK (cover_percent >= 0 AND cover_percent <= 100);
ALTER TABLE facility_record ADD COLUMN green_percent DOUBLE PRECISION CHECK (green_percent >= 0 AND green_percent <= 100);
