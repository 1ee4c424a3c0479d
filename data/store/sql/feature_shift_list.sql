-- SPDX-License-Identifier: Apache-2.0
-- Facts of feature_shift as recorded up to revision $1.
SELECT fact, segment_id, document_id, day, greatest_m, mean_m, allowed_m, position
  FROM feature_shift
 WHERE recorded_in <= $1 AND (superseded_in IS NULL OR superseded_in > $1)
 ORDER BY segment_id, fact;
