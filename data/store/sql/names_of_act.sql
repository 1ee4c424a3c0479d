-- SPDX-License-Identifier: Apache-2.0
-- Every fact about names that act $1 recorded, with the act that superseded it.
SELECT 'place' AS of_table, fact, superseded_in FROM place WHERE recorded_in = $1
UNION ALL
SELECT 'geographical_name' AS of_table, fact, superseded_in FROM geographical_name WHERE recorded_in = $1
UNION ALL
SELECT 'place_record' AS of_table, fact, superseded_in FROM place_record WHERE recorded_in = $1
UNION ALL
SELECT 'name_record' AS of_table, fact, superseded_in FROM name_record WHERE recorded_in = $1
UNION ALL
SELECT 'name_spelling' AS of_table, fact, superseded_in FROM name_spelling WHERE recorded_in = $1
UNION ALL
SELECT 'place_class' AS of_table, fact, superseded_in FROM place_class WHERE recorded_in = $1
UNION ALL
SELECT 'place_attribute' AS of_table, fact, superseded_in FROM place_attribute WHERE recorded_in = $1
UNION ALL
SELECT 'place_code' AS of_table, fact, superseded_in FROM place_code WHERE recorded_in = $1
UNION ALL
SELECT 'place_division' AS of_table, fact, superseded_in FROM place_division WHERE recorded_in = $1
UNION ALL
SELECT 'place_shape' AS of_table, fact, superseded_in FROM place_shape WHERE recorded_in = $1
UNION ALL
SELECT 'name_protection' AS of_table, fact, superseded_in FROM name_protection WHERE recorded_in = $1
UNION ALL
SELECT 'address_alias' AS of_table, fact, superseded_in FROM address_alias WHERE recorded_in = $1
UNION ALL
SELECT 'name_sign' AS of_table, fact, superseded_in FROM name_sign WHERE recorded_in = $1;
