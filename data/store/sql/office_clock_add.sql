-- SPDX-License-Identifier: Apache-2.0
INSERT INTO office_clock (fact, recorded_in, procedure, state, days)
VALUES ($1, $2, $3, $4, $5);
