-- SPDX-License-Identifier: Apache-2.0
-- What is known of person $1.
SELECT name, contact, address, identity, statement
  FROM personal_data
 WHERE person_id = $1;
