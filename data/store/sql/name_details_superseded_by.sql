-- SPDX-License-Identifier: Apache-2.0
-- What was known of names and act $1 superseded, with their places.
SELECT fact, place_id
  FROM name_record
 WHERE superseded_in = $1
 ORDER BY fact;
