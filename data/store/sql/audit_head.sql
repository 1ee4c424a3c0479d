-- SPDX-License-Identifier: Apache-2.0
-- The last audit entry's revision and hash.
SELECT revision, hash FROM audit_entry ORDER BY revision DESC LIMIT 1;
