-- SPDX-License-Identifier: Apache-2.0
-- Later acts that recorded something about places that act $1 brought.
SELECT recorded_in FROM name_record WHERE recorded_in > $1 AND superseded_in IS NULL AND place_id IN (SELECT place_id FROM place WHERE recorded_in = $1)
UNION ALL
SELECT recorded_in FROM name_spelling WHERE recorded_in > $1 AND superseded_in IS NULL AND place_id IN (SELECT place_id FROM place WHERE recorded_in = $1)
UNION ALL
SELECT recorded_in FROM place_code WHERE recorded_in > $1 AND superseded_in IS NULL AND place_id IN (SELECT place_id FROM place WHERE recorded_in = $1)
UNION ALL
SELECT recorded_in FROM place_division WHERE recorded_in > $1 AND superseded_in IS NULL AND place_id IN (SELECT place_id FROM place WHERE recorded_in = $1)
UNION ALL
SELECT recorded_in FROM place_class WHERE recorded_in > $1 AND superseded_in IS NULL AND place_id IN (SELECT place_id FROM place WHERE recorded_in = $1)
UNION ALL
SELECT recorded_in FROM name_sign WHERE recorded_in > $1 AND superseded_in IS NULL AND place_id IN (SELECT place_id FROM place WHERE recorded_in = $1)
UNION ALL
SELECT recorded_in FROM name_protection WHERE recorded_in > $1 AND superseded_in IS NULL AND place_id IN (SELECT place_id FROM place WHERE recorded_in = $1)
UNION ALL
SELECT recorded_in FROM place_shape WHERE recorded_in > $1 AND superseded_in IS NULL AND place_id IN (SELECT place_id FROM place WHERE recorded_in = $1)
UNION ALL
SELECT recorded_in FROM place_attribute WHERE recorded_in > $1 AND superseded_in IS NULL AND place_id IN (SELECT place_id FROM place WHERE recorded_in = $1)
UNION ALL
SELECT recorded_in FROM address_alias WHERE recorded_in > $1 AND superseded_in IS NULL AND place_id IN (SELECT place_id FROM place WHERE recorded_in = $1)
UNION ALL
SELECT recorded_in FROM place_record WHERE recorded_in > $1 AND superseded_in IS NULL AND place_id IN (SELECT place_id FROM place WHERE recorded_in = $1)
UNION ALL
SELECT recorded_in FROM name_application WHERE recorded_in > $1 AND superseded_in IS NULL AND place_id IN (SELECT place_id FROM place WHERE recorded_in = $1);
