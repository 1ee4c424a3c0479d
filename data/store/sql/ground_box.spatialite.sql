-- SPDX-License-Identifier: Apache-2.0
-- Box of all stretches on record: west, south, east, north; null when there are none. The topmost node of the
-- spatial index tells: it holds at most 51 boxes, so no row is visited.
SELECT data FROM idx_stretch_path_node WHERE nodeno = 1;
