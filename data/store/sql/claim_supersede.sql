-- SPDX-License-Identifier: Apache-2.0
-- Marks claim $2 as superseded in revision $1.
UPDATE claim SET superseded_in = $1 WHERE claim_id = $2 AND superseded_in IS NULL;
