-- SPDX-License-Identifier: Apache-2.0
-- Marks fact $2 as superseded in revision $1.
UPDATE person SET superseded_in = $1 WHERE person_id = $2 AND superseded_in IS NULL;
