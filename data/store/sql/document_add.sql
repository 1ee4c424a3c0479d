-- SPDX-License-Identifier: Apache-2.0
INSERT INTO document (document_id, recorded_in, kind, title, number, issuer, issued, licence, sha256)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9);
