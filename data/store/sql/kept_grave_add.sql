-- SPDX-License-Identifier: Apache-2.0
INSERT INTO kept_grave (fact, grave_id, document_id, recorded_in, day, reason)
VALUES ($1, $2, $3, $4, $5, $6);
