-- SPDX-License-Identifier: Apache-2.0
INSERT INTO division (division_id, recorded_in)
VALUES ($1, $2);
