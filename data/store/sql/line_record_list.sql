-- SPDX-License-Identifier: Apache-2.0
-- Facts of line_record as recorded up to revision $1 that held on some day from $2 to $3.
SELECT fact, boundary_line_id, approval_id, agreement_id, valid_from, valid_until, status, code, name,
       other_name, approving_body, managing, published_by, published_on, annex_scale, accuracy_m
  FROM line_record
 WHERE recorded_in <= $1 AND (superseded_in IS NULL OR superseded_in > $1)
   AND valid_from <= $3 AND valid_until > $2
 ORDER BY boundary_line_id, fact;
