-- SPDX-License-Identifier: Apache-2.0
-- Facts of repair_order as recorded up to revision $1.
SELECT fact, repair_order_id, monument_id, managing_id, neighbour_id, reason, ordered_on, done_on, managing_by,
       neighbour_by, work
  FROM repair_order
 WHERE recorded_in <= $1 AND (superseded_in IS NULL OR superseded_in > $1)
 ORDER BY repair_order_id, fact;
