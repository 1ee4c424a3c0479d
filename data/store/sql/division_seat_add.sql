-- SPDX-License-Identifier: Apache-2.0
INSERT INTO division_seat (fact, division_id, recorded_in, valid_from, valid_until, name, lon, lat)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8);
