-- SPDX-License-Identifier: Apache-2.0
INSERT INTO dispute (dispute_id, recorded_in, valid_from, valid_until, title)
VALUES ($1, $2, $3, $4, $5);
