-- SPDX-License-Identifier: Apache-2.0
-- Names of places $2 to $3 as recorded up to revision $1, whenever they held, with what is known of them.
SELECT n.fact, n.place_id, n.name, n.language, n.status, n.valid_from, n.valid_until,
       d.fact, d.name_id, d.document_id, d.script, d.status, d.specific, d.generic, d.reading, d.reading_certainty,
       d.origin, d.meaning, d.source, d.validity
  FROM geographical_name n
  LEFT JOIN name_record d
         ON d.geographical_name_id = n.fact
        AND d.recorded_in <= $1 AND (d.superseded_in IS NULL OR d.superseded_in > $1)
 WHERE n.place_id BETWEEN $2 AND $3
   AND n.recorded_in <= $1 AND (n.superseded_in IS NULL OR n.superseded_in > $1)
 ORDER BY n.place_id, n.ordinal, n.fact;
