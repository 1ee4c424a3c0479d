-- SPDX-License-Identifier: Apache-2.0
-- Packs as recorded up to revision $1.
SELECT pack, file, content
  FROM project_pack
 WHERE recorded_in <= $1 AND (superseded_in IS NULL OR superseded_in > $1)
 ORDER BY project_pack_id;
