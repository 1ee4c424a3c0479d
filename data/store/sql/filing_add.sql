-- SPDX-License-Identifier: Apache-2.0
INSERT INTO filing (fact, dispute_id, document_id, recorded_in, recipient, filed, receipt)
VALUES ($1, $2, $3, $4, $5, $6, $7);
