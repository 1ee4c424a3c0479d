-- SPDX-License-Identifier: Apache-2.0
INSERT INTO elevation
  (fact, document_id, recorded_in, valid_from, valid_until, name, source_sha256, day, crs, vertical_datum, accuracy_m,
   west, north, column_step, row_step, column_count, row_count, holes, lowest_m, highest_m, cell_m, content_sha256,
   extent)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23);
