-- SPDX-License-Identifier: Apache-2.0
INSERT INTO change_event
  (fact, change_event_id, recorded_in, title, pack, authority, approved, announced, effective,
   completed, code_published, extended, note, document_id)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14);
