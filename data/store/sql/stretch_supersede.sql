-- SPDX-License-Identifier: Apache-2.0
-- Marks stretch $2 as superseded in revision $1.
UPDATE stretch SET superseded_in = $1 WHERE stretch_id = $2 AND superseded_in IS NULL;
