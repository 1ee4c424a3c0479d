-- SPDX-License-Identifier: Apache-2.0
INSERT INTO place_record (fact, place_id, recorded_in, secrecy, description, location, source)
VALUES ($1, $2, $3, $4, $5, $6, $7);
