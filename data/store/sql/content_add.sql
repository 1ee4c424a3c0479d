-- SPDX-License-Identifier: Apache-2.0
-- The same file again is no new content.
INSERT INTO content (sha256, media_type, content) VALUES ($1, $2, $3) ON CONFLICT (sha256) DO NOTHING;
