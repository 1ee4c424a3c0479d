-- SPDX-License-Identifier: Apache-2.0
-- Ground by who holds it, and lines by what they divide: an edit reads only what lies near.
-- Usage: ground_of_holder
CREATE INDEX delimitation_left ON delimitation (left_id);
CREATE INDEX delimitation_right ON delimitation (right_id);
-- Usage: ground_of_dispute
CREATE INDEX delimitation_claim ON delimitation (claim_id) WHERE claim_id IS NOT NULL;
-- Usage: boundary_line_of_pair
CREATE INDEX boundary_line_pair ON boundary_line (left_id, right_id);
-- Usage: boundary_line_version_of
CREATE INDEX boundary_line_version ON boundary_line (boundary_line_id);
-- Usage: boundary_line_part_of
CREATE INDEX boundary_line_part_line ON boundary_line_part (boundary_line_id);
