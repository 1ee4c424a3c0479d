-- SPDX-License-Identifier: Apache-2.0
-- Places of which act $1 recorded or superseded something that can be amended.
SELECT place_id FROM place WHERE recorded_in = $1 OR superseded_in = $1
UNION
SELECT place_id FROM place_record WHERE recorded_in = $1 OR superseded_in = $1
UNION
SELECT place_id FROM geographical_name WHERE recorded_in = $1 OR superseded_in = $1
UNION
SELECT place_id FROM name_record WHERE recorded_in = $1 OR superseded_in = $1
UNION
SELECT place_id FROM place_class WHERE recorded_in = $1 OR superseded_in = $1
UNION
SELECT place_id FROM place_attribute WHERE recorded_in = $1 OR superseded_in = $1
UNION
SELECT place_id FROM place_code WHERE recorded_in = $1 OR superseded_in = $1
UNION
SELECT place_id FROM place_division WHERE recorded_in = $1 OR superseded_in = $1
UNION
SELECT place_id FROM place_link WHERE recorded_in = $1 OR superseded_in = $1
UNION
SELECT place_id FROM place_shape WHERE recorded_in = $1 OR superseded_in = $1
UNION
SELECT place_id FROM address_alias WHERE recorded_in = $1 OR superseded_in = $1;
