-- SPDX-License-Identifier: Apache-2.0
-- Facts of name_replacement from or to places $2 to $3 as recorded up to revision $1.
SELECT fact, place_id, name_id, former_place_id, former_name_id, document_id, day, reason
  FROM name_replacement
 WHERE (place_id BETWEEN $2 AND $3 OR former_place_id BETWEEN $2 AND $3)
   AND recorded_in <= $1 AND (superseded_in IS NULL OR superseded_in > $1)
 ORDER BY fact;
