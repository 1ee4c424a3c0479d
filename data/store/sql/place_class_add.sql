-- SPDX-License-Identifier: Apache-2.0
INSERT INTO place_class (fact, place_id, recorded_in, scheme, class)
VALUES ($1, $2, $3, $4, $5);
