-- SPDX-License-Identifier: Apache-2.0
INSERT INTO burial_photo (fact, burial_case_id, recorded_in, label, phase, taken_from, taken_at, accuracy_m, direction_deg, sha256, position)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11);
