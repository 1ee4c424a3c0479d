-- SPDX-License-Identifier: Apache-2.0
-- Marks fact $2 as superseded in revision $1.
UPDATE delimitation SET superseded_in = $1 WHERE delimitation_id = $2 AND superseded_in IS NULL;
