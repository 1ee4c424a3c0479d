-- SPDX-License-Identifier: Apache-2.0
-- Whether names, codes, levels or superiors of divisions, or their ground, changed after revision $1: 0 or 1.
SELECT CASE WHEN EXISTS (SELECT 1 FROM division_name WHERE recorded_in > $1 OR superseded_in > $1)
              OR EXISTS (SELECT 1 FROM division_code WHERE recorded_in > $1 OR superseded_in > $1)
              OR EXISTS (SELECT 1 FROM division_version WHERE recorded_in > $1 OR superseded_in > $1)
              OR EXISTS (SELECT 1 FROM membership WHERE recorded_in > $1 OR superseded_in > $1)
              OR EXISTS (SELECT 1 FROM delimitation WHERE recorded_in > $1 OR superseded_in > $1)
            THEN 1 ELSE 0 END;
