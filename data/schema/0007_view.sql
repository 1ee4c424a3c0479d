-- SPDX-License-Identifier: Apache-2.0
-- The record as it stands today, for map programs: one view per layer, with names and codes beside the numbers.
-- The core does not read them; history is in the tables.
CREATE VIEW division_now AS
SELECT d.division_id, v.level, v.kind,
       (SELECT min(c.code) FROM division_code c
        WHERE c.division_id = d.division_id AND c.superseded_in IS NULL
          AND c.valid_from <= CAST(CURRENT_DATE AS TEXT) AND c.valid_until > CAST(CURRENT_DATE AS TEXT)) AS code,
       (SELECT min(n.name) FROM division_name n
        WHERE n.division_id = d.division_id AND n.superseded_in IS NULL AND n.status = 'official'
          AND n.valid_from <= CAST(CURRENT_DATE AS TEXT) AND n.valid_until > CAST(CURRENT_DATE AS TEXT)) AS name,
       (SELECT min(m.superior_id) FROM membership m
        WHERE m.member_id = d.division_id AND m.superseded_in IS NULL AND m.kind = 'legal'
          AND m.valid_from <= CAST(CURRENT_DATE AS TEXT) AND m.valid_until > CAST(CURRENT_DATE AS TEXT)) AS superior_id,
       v.valid_from, v.valid_until
  FROM division d
  JOIN division_version v ON v.division_id = d.division_id
 WHERE v.superseded_in IS NULL AND v.valid_from <= CAST(CURRENT_DATE AS TEXT)
   AND v.valid_until > CAST(CURRENT_DATE AS TEXT);

-- The situation on the ground, where claims differ.
CREATE VIEW boundary_now AS
SELECT s.stretch_id, b.delimitation_id, p.boundary_line_id, l.level,
       b.left_id,
       (SELECT min(c.code) FROM division_code c
        WHERE c.division_id = b.left_id AND c.superseded_in IS NULL
          AND c.valid_from <= CAST(CURRENT_DATE AS TEXT) AND c.valid_until > CAST(CURRENT_DATE AS TEXT)) AS left_code,
       (SELECT min(n.name) FROM division_name n
        WHERE n.division_id = b.left_id AND n.superseded_in IS NULL AND n.status = 'official'
          AND n.valid_from <= CAST(CURRENT_DATE AS TEXT) AND n.valid_until > CAST(CURRENT_DATE AS TEXT)) AS left_name,
       b.right_id,
       (SELECT min(c.code) FROM division_code c
        WHERE c.division_id = b.right_id AND c.superseded_in IS NULL
          AND c.valid_from <= CAST(CURRENT_DATE AS TEXT) AND c.valid_until > CAST(CURRENT_DATE AS TEXT)) AS right_code,
       (SELECT min(n.name) FROM division_name n
        WHERE n.division_id = b.right_id AND n.superseded_in IS NULL AND n.status = 'official'
          AND n.valid_from <= CAST(CURRENT_DATE AS TEXT) AND n.valid_until > CAST(CURRENT_DATE AS TEXT)) AS right_name,
       CASE WHEN b.claim_id IS NULL THEN 'settled' ELSE 'disputed' END AS status,
       s.carrier, s.accuracy_m, b.valid_from, b.valid_until, s.path
  FROM delimitation b
  JOIN stretch s ON s.stretch_id = b.stretch_id
  LEFT JOIN claim k ON k.claim_id = b.claim_id
  LEFT JOIN boundary_line_part p
         ON p.stretch_id = b.stretch_id AND p.superseded_in IS NULL
        AND p.valid_from <= CAST(CURRENT_DATE AS TEXT) AND p.valid_until > CAST(CURRENT_DATE AS TEXT)
  LEFT JOIN boundary_line l ON l.fact = p.boundary_line_id
 WHERE b.superseded_in IS NULL AND b.valid_from <= CAST(CURRENT_DATE AS TEXT)
   AND b.valid_until > CAST(CURRENT_DATE AS TEXT)
   AND k.claimant_id IS NULL;

CREATE VIEW place_now AS
SELECT p.fact, p.place_id, p.local_id, p.type,
       (SELECT n.name FROM geographical_name n
         WHERE n.place_id = p.place_id AND n.superseded_in IS NULL
         ORDER BY n.ordinal LIMIT 1) AS name,
       (SELECT count(*) FROM geographical_name n
         WHERE n.place_id = p.place_id AND n.superseded_in IS NULL) AS names,
       p.valid_from, p.valid_until, p.position
  FROM place p
 WHERE p.superseded_in IS NULL AND p.valid_from <= CAST(CURRENT_DATE AS TEXT)
   AND p.valid_until > CAST(CURRENT_DATE AS TEXT);

CREATE VIEW hazard_zone_now AS
SELECT h.fact, h.hazard_zone_id, h.local_id, h.kind, h.severity, h.name, h.source, h.valid_from, h.valid_until, h.shape
  FROM hazard_zone h
 WHERE h.superseded_in IS NULL AND h.valid_from <= CAST(CURRENT_DATE AS TEXT)
   AND h.valid_until > CAST(CURRENT_DATE AS TEXT);

CREATE VIEW facility_now AS
SELECT f.fact, f.facility_id, f.local_id, f.kind, f.name, f.capacity, f.used, f.source, f.valid_from, f.valid_until, f.position
  FROM facility f
 WHERE f.superseded_in IS NULL AND f.valid_from <= CAST(CURRENT_DATE AS TEXT)
   AND f.valid_until > CAST(CURRENT_DATE AS TEXT);

CREATE VIEW audit AS
SELECT r.revision, r.recorded_at, r.author, r.act, r.reason, a.facts, a.previous_hash, a.hash
  FROM revision r
  LEFT JOIN audit_entry a ON a.revision = r.revision;
