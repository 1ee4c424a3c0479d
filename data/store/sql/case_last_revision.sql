-- SPDX-License-Identifier: Apache-2.0
-- The last revision up to $1 in which anything was written about case $2.
SELECT max(revision)
  FROM (SELECT max(recorded_in) AS revision FROM dispute_case WHERE dispute_id = $2 AND recorded_in <= $1
        UNION ALL SELECT max(recorded_in) FROM dispute_party WHERE dispute_id = $2 AND recorded_in <= $1
        UNION ALL SELECT max(recorded_in) FROM case_step WHERE dispute_id = $2 AND recorded_in <= $1
        UNION ALL SELECT max(recorded_in) FROM evidence WHERE dispute_id = $2 AND recorded_in <= $1
        UNION ALL SELECT max(recorded_in) FROM line_opinion WHERE dispute_id = $2 AND recorded_in <= $1
        UNION ALL SELECT max(superseded_in) FROM line_opinion WHERE dispute_id = $2 AND superseded_in <= $1
        UNION ALL SELECT max(recorded_in) FROM outcome WHERE dispute_id = $2 AND recorded_in <= $1
        UNION ALL SELECT max(recorded_in) FROM filing WHERE dispute_id = $2 AND recorded_in <= $1
        UNION ALL SELECT max(recorded_in) FROM sighting WHERE dispute_id = $2 AND recorded_in <= $1) AS acts;
