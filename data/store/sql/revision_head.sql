-- SPDX-License-Identifier: Apache-2.0
-- The last revision; 0 when there is none.
SELECT COALESCE(max(revision), 0) FROM revision;
