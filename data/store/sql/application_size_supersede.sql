-- SPDX-License-Identifier: Apache-2.0
-- Marks fact $2 as superseded in revision $1.
UPDATE application_size SET superseded_in = $1 WHERE fact = $2 AND superseded_in IS NULL;
