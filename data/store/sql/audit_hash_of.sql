-- SPDX-License-Identifier: Apache-2.0
-- The hash of the audit entry of revision $1.
SELECT hash FROM audit_entry WHERE revision = $1;
