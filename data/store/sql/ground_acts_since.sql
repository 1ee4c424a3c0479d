-- SPDX-License-Identifier: Apache-2.0
-- Acts after revision $1 that changed ground.
SELECT r.revision, r.act, r.author
  FROM revision r
 WHERE r.revision > $1
   AND (EXISTS (SELECT 1 FROM delimitation d WHERE d.recorded_in = r.revision)
        OR EXISTS (SELECT 1 FROM delimitation d WHERE d.superseded_in = r.revision))
 ORDER BY r.revision;
