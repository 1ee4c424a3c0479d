-- SPDX-License-Identifier: Apache-2.0
-- Memberships of division $4 as recorded up to revision $1 that held on some day from $2 to $3.
SELECT fact, member_id, superior_id, kind, valid_from, valid_until
  FROM membership
 WHERE member_id = $4
   AND recorded_in <= $1 AND (superseded_in IS NULL OR superseded_in > $1)
   AND valid_from <= $3 AND valid_until > $2
 ORDER BY fact;
