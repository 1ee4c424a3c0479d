-- SPDX-License-Identifier: Apache-2.0
INSERT INTO burial_party (fact, burial_case_id, person_id, recorded_in, role)
VALUES ($1, $2, $3, $4, $5);
