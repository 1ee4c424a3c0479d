-- SPDX-License-Identifier: Apache-2.0
-- What 0006 says of facts holds for those of 0070 too.

CREATE TRIGGER indicator_definition_is_kept BEFORE DELETE ON indicator_definition
BEGIN SELECT RAISE(ABORT, 'nothing is ever deleted: supersede it'); END;
CREATE TRIGGER indicator_definition_is_frozen BEFORE UPDATE OF
  fact, document_id, recorded_in, code, name_en, name_zh, unit_en, unit_zh, sum_rule, parent, numerator,
  denominator, scale, over_en, over_zh, is_whole, source
  ON indicator_definition
BEGIN SELECT RAISE(ABORT, 'nothing is ever rewritten: supersede it and add another'); END;
CREATE TRIGGER indicator_definition_is_superseded_once BEFORE UPDATE OF superseded_in ON indicator_definition
WHEN OLD.superseded_in IS NOT NULL OR NEW.superseded_in IS NULL
BEGIN SELECT RAISE(ABORT, 'already superseded'); END;

CREATE TRIGGER indicator_value_is_kept BEFORE DELETE ON indicator_value
BEGIN SELECT RAISE(ABORT, 'nothing is ever deleted: supersede it'); END;
CREATE TRIGGER indicator_value_is_frozen BEFORE UPDATE OF
  fact, division_id, document_id, recorded_in, valid_from, valid_until, indicator, value, source
  ON indicator_value
BEGIN SELECT RAISE(ABORT, 'nothing is ever rewritten: supersede it and add another'); END;
CREATE TRIGGER indicator_value_is_superseded_once BEFORE UPDATE OF superseded_in ON indicator_value
WHEN OLD.superseded_in IS NOT NULL OR NEW.superseded_in IS NULL
BEGIN SELECT RAISE(ABORT, 'already superseded'); END;
