-- SPDX-License-Identifier: Apache-2.0
INSERT INTO land_feature
  (fact, land_feature_id, document_id, recorded_in, valid_from, valid_until, local_id, class, name, accuracy_m,
   source, position, path, area)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14);
