-- SPDX-License-Identifier: Apache-2.0
-- The path of stretch $1, whatever became of it.
SELECT path FROM stretch WHERE stretch_id = $1;
