-- SPDX-License-Identifier: Apache-2.0
-- What files are kept.
SELECT sha256, media_type, content FROM content ORDER BY sha256;
