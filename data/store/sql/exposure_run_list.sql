-- SPDX-License-Identifier: Apache-2.0
-- Computations of exposure as recorded up to revision $1, with who recorded them and when.
SELECT e.fact, e.title, e.day, e.known, e.parameters, e.inputs, e.results, e.digest, r.author, r.recorded_at
  FROM exposure_run e
  JOIN revision r ON r.revision = e.recorded_in
 WHERE e.recorded_in <= $1 AND (e.superseded_in IS NULL OR e.superseded_in > $1)
 ORDER BY e.fact;
