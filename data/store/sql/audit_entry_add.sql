-- SPDX-License-Identifier: Apache-2.0
INSERT INTO audit_entry (revision, facts, previous_hash, hash)
VALUES ($1, $2, $3, $4);
