-- SPDX-License-Identifier: Apache-2.0
-- Erases what is known of person $1: the one place where the law has something taken away.
DELETE FROM personal_data WHERE person_id = $1;
