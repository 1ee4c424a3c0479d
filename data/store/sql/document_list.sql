-- SPDX-License-Identifier: Apache-2.0
-- Documents as recorded up to revision $1.
SELECT document_id, kind, title, number, issuer, issued, licence, sha256
  FROM document
 WHERE recorded_in <= $1 AND (superseded_in IS NULL OR superseded_in > $1)
 ORDER BY document_id;
