-- SPDX-License-Identifier: Apache-2.0
-- No fact: it can be erased.
INSERT INTO personal_data (person_id, name, contact, address, identity, statement)
VALUES ($1, $2, $3, $4, $5, $6);
