-- SPDX-License-Identifier: Apache-2.0
-- Line opinions in case $2 as recorded up to revision $1.
SELECT fact, line_opinion_id, holder_id, left_id, right_id, document_id, supersedes_id, valid_from, valid_until, kind,
       title, method, accuracy_m, path, area
  FROM line_opinion
 WHERE dispute_id = $2 AND recorded_in <= $1 AND (superseded_in IS NULL OR superseded_in > $1)
 ORDER BY line_opinion_id;
