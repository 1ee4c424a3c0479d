-- SPDX-License-Identifier: Apache-2.0
-- The file with digest $1.
SELECT media_type, content FROM content WHERE sha256 = $1;
