-- SPDX-License-Identifier: Apache-2.0
INSERT INTO facility_stock
  (fact, facility_id, document_id, recorded_in, counted, type, planned, used, reserved, unit_area_m2)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10);
