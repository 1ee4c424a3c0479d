-- SPDX-License-Identifier: Apache-2.0
INSERT INTO succession_share
  (fact, succession_id, change_event_id, recorded_in, relation, area_share, people_share)
VALUES ($1, $2, $3, $4, $5, $6, $7);
