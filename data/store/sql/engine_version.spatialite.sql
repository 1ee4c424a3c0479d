-- SPDX-License-Identifier: Apache-2.0
-- Name and version of the engine that made the file.
SELECT 'SpatiaLite ' || ver_splite FROM spatialite_history ORDER BY event_id LIMIT 1;
