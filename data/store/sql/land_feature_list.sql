-- SPDX-License-Identifier: Apache-2.0
-- Facts of land_feature as recorded up to revision $1 that held on some day from $2 to $3.
SELECT fact, land_feature_id, document_id, valid_from, valid_until, local_id, class, name, accuracy_m, source,
       position, path, area
  FROM land_feature
 WHERE recorded_in <= $1 AND (superseded_in IS NULL OR superseded_in > $1)
   AND valid_from <= $3 AND valid_until > $2
 ORDER BY land_feature_id, fact;
