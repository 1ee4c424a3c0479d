-- SPDX-License-Identifier: Apache-2.0
-- Hazard zones as recorded up to revision $1 that held on some day from $2 to $3, with how often they are reached.
SELECT z.hazard_zone_id, z.local_id, z.kind, z.severity, z.name, z.source, z.valid_from, z.valid_until, z.shape,
       (SELECT max(r.return_period_years)
          FROM hazard_recurrence r
         WHERE r.hazard_zone_id = z.hazard_zone_id
           AND r.recorded_in <= $1 AND (r.superseded_in IS NULL OR r.superseded_in > $1))
  FROM hazard_zone z
 WHERE z.recorded_in <= $1 AND (z.superseded_in IS NULL OR z.superseded_in > $1)
   AND z.valid_from <= $3 AND z.valid_until > $2
 ORDER BY z.hazard_zone_id, z.fact;
