-- SPDX-License-Identifier: Apache-2.0
-- Photos of cases, as recorded up to revision $1.
SELECT burial_case_id, label, phase, taken_from, taken_at, accuracy_m, direction_deg, sha256, position, recorded_in
  FROM burial_photo
 WHERE recorded_in <= $1 AND (superseded_in IS NULL OR superseded_in > $1)
 ORDER BY burial_case_id, fact;
