-- SPDX-License-Identifier: Apache-2.0
-- Stretch $1, whatever became of it.
SELECT stretch_id, edges, carrier, accuracy_m, path FROM stretch WHERE stretch_id = $1;
