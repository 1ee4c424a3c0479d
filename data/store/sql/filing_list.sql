-- SPDX-License-Identifier: Apache-2.0
-- Filings in case $2 as recorded up to revision $1.
SELECT fact, document_id, recipient, filed, receipt
  FROM filing
 WHERE dispute_id = $2 AND recorded_in <= $1 AND (superseded_in IS NULL OR superseded_in > $1)
 ORDER BY fact;
