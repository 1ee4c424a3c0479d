-- SPDX-License-Identifier: Apache-2.0
INSERT INTO address_alias (fact, place_id, recorded_in, old_address, new_address, certificate, day)
VALUES ($1, $2, $3, $4, $5, $6, $7);
