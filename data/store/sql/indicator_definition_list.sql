-- SPDX-License-Identifier: Apache-2.0
-- Indicators of the office's own as recorded up to revision $1.
SELECT fact, code, name_en, name_zh, unit_en, unit_zh, sum_rule, parent, numerator, denominator, scale, over_en, over_zh,
       is_whole, source
  FROM indicator_definition
 WHERE recorded_in <= $1 AND (superseded_in IS NULL OR superseded_in > $1)
 ORDER BY fact;
