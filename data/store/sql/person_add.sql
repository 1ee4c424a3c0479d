-- SPDX-License-Identifier: Apache-2.0
INSERT INTO person (person_id, recorded_in)
VALUES ($1, $2);
