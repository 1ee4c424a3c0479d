-- SPDX-License-Identifier: Apache-2.0
INSERT INTO change_part
  (fact, change_event_id, ordinal, kind, division_id, other_id, recorded_in, was, becomes)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9);
