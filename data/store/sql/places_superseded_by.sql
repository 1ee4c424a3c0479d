-- SPDX-License-Identifier: Apache-2.0
-- Places of which act $1 superseded a version.
SELECT DISTINCT place_id
  FROM place
 WHERE superseded_in = $1;
