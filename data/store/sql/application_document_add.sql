-- SPDX-License-Identifier: Apache-2.0
INSERT INTO application_document (fact, application_id, document_id, recorded_in, role)
VALUES ($1, $2, $3, $4, $5);
