-- SPDX-License-Identifier: Apache-2.0
-- Facts of observation as recorded up to revision $1.
SELECT observation_id, monument_id, inspection_id, day, state, accuracy_m, method, observer, inscription,
       witnesses, photo, issue, note, position
  FROM observation
 WHERE recorded_in <= $1 AND (superseded_in IS NULL OR superseded_in > $1)
 ORDER BY observation_id;
