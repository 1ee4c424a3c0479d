-- SPDX-License-Identifier: Apache-2.0
INSERT INTO revision (revision, act, author, reason, recorded_at)
VALUES ($1, $2, $3, $4, $5);
