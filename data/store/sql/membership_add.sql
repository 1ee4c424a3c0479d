-- SPDX-License-Identifier: Apache-2.0
INSERT INTO membership (fact, member_id, superior_id, recorded_in, valid_from, valid_until, kind)
VALUES ($1, $2, $3, $4, $5, $6, $7);
