-- SPDX-License-Identifier: Apache-2.0
-- Grids of heights as recorded up to revision $1 that held on some day from $2 to $3.
SELECT fact, document_id, valid_from, valid_until, name, source_sha256, day, crs, vertical_datum, accuracy_m,
       west, north, column_step, row_step, column_count, row_count, holes, lowest_m, highest_m, cell_m, content_sha256,
       extent
  FROM elevation
 WHERE recorded_in <= $1 AND (superseded_in IS NULL OR superseded_in > $1)
   AND valid_from <= $3 AND valid_until > $2
 ORDER BY fact;
