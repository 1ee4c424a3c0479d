-- SPDX-License-Identifier: Apache-2.0
-- The application with number $2 as recorded up to revision $1.
SELECT DISTINCT application_id
  FROM name_application
 WHERE number = $2 AND recorded_in <= $1 AND (superseded_in IS NULL OR superseded_in > $1);
