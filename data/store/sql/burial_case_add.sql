-- SPDX-License-Identifier: Apache-2.0
INSERT INTO burial_case (fact, burial_case_id, grave_id, recorded_in, number, source, judged_by, rules, grave_class, land_class, owner_known, zones)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12);
