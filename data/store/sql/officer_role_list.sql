-- SPDX-License-Identifier: Apache-2.0
-- Roles of officers as recorded up to revision $1.
SELECT fact, division_id, document_id, valid_from, valid_until, officer, role, body_level
  FROM officer_role
 WHERE recorded_in <= $1 AND (superseded_in IS NULL OR superseded_in > $1)
 ORDER BY fact;
