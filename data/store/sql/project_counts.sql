-- SPDX-License-Identifier: Apache-2.0
-- How much is on record and not superseded.
SELECT (SELECT count(*) FROM division WHERE superseded_in IS NULL),
       (SELECT count(*) FROM stretch WHERE superseded_in IS NULL),
       (SELECT count(*) FROM boundary_line WHERE superseded_in IS NULL),
       (SELECT count(*) FROM place WHERE superseded_in IS NULL),
       (SELECT count(*) FROM hazard_zone WHERE superseded_in IS NULL),
       (SELECT count(*) FROM facility WHERE superseded_in IS NULL),
       (SELECT count(*) FROM document WHERE superseded_in IS NULL);
