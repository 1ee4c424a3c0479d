-- SPDX-License-Identifier: Apache-2.0
INSERT INTO facility_service
  (fact, facility_id, division_id, document_id, recorded_in, valid_from, valid_until)
VALUES ($1, $2, $3, $4, $5, $6, $7);
