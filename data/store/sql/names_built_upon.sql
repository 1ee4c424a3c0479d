-- SPDX-License-Identifier: Apache-2.0
-- What later acts recorded about places that act $1 brought.
SELECT recorded_in, 'name_record' AS of_table, fact FROM name_record WHERE recorded_in > $1 AND superseded_in IS NULL AND place_id IN (SELECT place_id FROM place WHERE recorded_in = $1)
UNION ALL
SELECT recorded_in, 'name_spelling' AS of_table, fact FROM name_spelling WHERE recorded_in > $1 AND superseded_in IS NULL AND place_id IN (SELECT place_id FROM place WHERE recorded_in = $1)
UNION ALL
SELECT recorded_in, 'place_code' AS of_table, fact FROM place_code WHERE recorded_in > $1 AND superseded_in IS NULL AND place_id IN (SELECT place_id FROM place WHERE recorded_in = $1)
UNION ALL
SELECT recorded_in, 'place_division' AS of_table, fact FROM place_division WHERE recorded_in > $1 AND superseded_in IS NULL AND place_id IN (SELECT place_id FROM place WHERE recorded_in = $1)
UNION ALL
SELECT recorded_in, 'place_class' AS of_table, fact FROM place_class WHERE recorded_in > $1 AND superseded_in IS NULL AND place_id IN (SELECT place_id FROM place WHERE recorded_in = $1)
UNION ALL
SELECT recorded_in, 'name_sign' AS of_table, fact FROM name_sign WHERE recorded_in > $1 AND superseded_in IS NULL AND place_id IN (SELECT place_id FROM place WHERE recorded_in = $1)
UNION ALL
SELECT recorded_in, 'name_protection' AS of_table, fact FROM name_protection WHERE recorded_in > $1 AND superseded_in IS NULL AND place_id IN (SELECT place_id FROM place WHERE recorded_in = $1)
UNION ALL
SELECT recorded_in, 'place_shape' AS of_table, fact FROM place_shape WHERE recorded_in > $1 AND superseded_in IS NULL AND place_id IN (SELECT place_id FROM place WHERE recorded_in = $1)
UNION ALL
SELECT recorded_in, 'place_attribute' AS of_table, fact FROM place_attribute WHERE recorded_in > $1 AND superseded_in IS NULL AND place_id IN (SELECT place_id FROM place WHERE recorded_in = $1)
UNION ALL
SELECT recorded_in, 'address_alias' AS of_table, fact FROM address_alias WHERE recorded_in > $1 AND superseded_in IS NULL AND place_id IN (SELECT place_id FROM place WHERE recorded_in = $1)
UNION ALL
SELECT recorded_in, 'place_record' AS of_table, fact FROM place_record WHERE recorded_in > $1 AND superseded_in IS NULL AND place_id IN (SELECT place_id FROM place WHERE recorded_in = $1)
UNION ALL
SELECT recorded_in, 'name_application' AS of_table, fact FROM name_application WHERE recorded_in > $1 AND superseded_in IS NULL AND place_id IN (SELECT place_id FROM place WHERE recorded_in = $1);
