-- SPDX-License-Identifier: Apache-2.0
-- First revision that recorded the outcome of dispute $1 that rests on document $2.
SELECT recorded_in
  FROM outcome
 WHERE dispute_id = $1 AND document_id = $2
 ORDER BY recorded_in
 LIMIT 1;
