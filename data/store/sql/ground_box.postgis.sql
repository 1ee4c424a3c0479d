-- SPDX-License-Identifier: Apache-2.0
-- Box of all stretches on record: west, south, east, north; null when there are none.
SELECT ST_XMin(e.box), ST_YMin(e.box), ST_XMax(e.box), ST_YMax(e.box)
  FROM (SELECT ST_Extent(path) AS box FROM stretch) e;
