-- SPDX-License-Identifier: Apache-2.0
INSERT INTO name_protection (fact, place_id, name_id, plan_id, recorded_in, category, content, published, measures)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9);
