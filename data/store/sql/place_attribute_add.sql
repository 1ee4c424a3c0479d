-- SPDX-License-Identifier: Apache-2.0
INSERT INTO place_attribute (fact, place_id, recorded_in, attribute, value)
VALUES ($1, $2, $3, $4, $5);
