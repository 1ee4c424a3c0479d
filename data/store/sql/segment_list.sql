-- SPDX-License-Identifier: Apache-2.0
-- Facts of segment as recorded up to revision $1 that held on some day from $2 to $3.
SELECT fact, segment_id, boundary_line_id, from_monument_id, to_monument_id, valid_from, valid_until, ordinal,
       carrier, feature, side, downstream, movement, text, accuracy_m
  FROM segment
 WHERE recorded_in <= $1 AND (superseded_in IS NULL OR superseded_in > $1)
   AND valid_from <= $3 AND valid_until > $2
 ORDER BY boundary_line_id, ordinal, fact;
