-- SPDX-License-Identifier: Apache-2.0
INSERT INTO repair_order
  (fact, repair_order_id, monument_id, managing_id, neighbour_id, recorded_in, reason, ordered_on, done_on,
   managing_by, neighbour_by, work)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12);
