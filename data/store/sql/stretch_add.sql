-- SPDX-License-Identifier: Apache-2.0
INSERT INTO stretch (stretch_id, recorded_in, edges, carrier, accuracy_m, path)
VALUES ($1, $2, $3, $4, $5, $6);
