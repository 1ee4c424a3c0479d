-- SPDX-License-Identifier: Apache-2.0
-- Name and version of the engine.
SELECT 'PostGIS ' || extversion FROM pg_extension WHERE extname = 'postgis';
