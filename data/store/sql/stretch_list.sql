-- SPDX-License-Identifier: Apache-2.0
-- Stretches as recorded up to revision $1.
SELECT stretch_id, edges, carrier, accuracy_m, path
  FROM stretch
 WHERE recorded_in <= $1 AND (superseded_in IS NULL OR superseded_in > $1)
 ORDER BY stretch_id;
