-- SPDX-License-Identifier: Apache-2.0
-- Facts of line_consent as recorded up to revision $1.
SELECT fact, line_project_id, division_id, given_on, permit
  FROM line_consent
 WHERE recorded_in <= $1 AND (superseded_in IS NULL OR superseded_in > $1)
 ORDER BY line_project_id, fact;
