#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Proves that check_rules.py catches a rule without words and words without a rule."""
import pathlib
import tempfile
import unittest

import check_rules


def problems(source, words, terms=""):
    with tempfile.TemporaryDirectory() as folder:
        for name, text in {"gis/mesh/a.cpp": source, "cli/words/a.tsv": words, "cli/words/terms.tsv": terms}.items():
            path = pathlib.Path(folder) / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        return " ".join(check_rules.check(folder))


class Rules(unittest.TestCase):
    def test_words_and_rules_agree(self):
        self.assertEqual("", problems('Finding{.rule = "mesh.gap"};', "# list\nmesh.gap\tA gap.\t缝隙。\n"))

    def test_a_rule_without_words(self):
        for source in ('Finding f{.rule = "mesh.gap"};', 'Finding{"mesh.gap"}', 'finding("mesh.gap", 1)', 'rule("mesh.gap")'):
            self.assertRegex(problems(source, ""), "mesh.gap has no words", source)

    def test_a_rule_that_comes_by_a_helper(self):
        source = 'Finding{"mesh.gap"}; add("mesh.overlap");'
        self.assertRegex(problems(source, "mesh.gap\tA gap.\t缝隙。\n"), "mesh.overlap looks like a rule")

    def test_words_without_a_rule(self):
        self.assertRegex(problems("int a;", "mesh.gap\tA gap.\t缝隙。\n"), "no source uses mesh.gap")

    def test_a_term_for_an_id_that_nobody_knows(self):
        terms = "body.ministry\tministry\t国务院部门\nbody.council\tcouncil\t国务院\n"
        found = problems('const char* kind = "ministry";', "", terms)
        self.assertRegex(found, "no source knows body.council")
        self.assertNotRegex(found, "body.ministry")

    def test_a_vocabulary_that_nobody_asks(self):
        terms, source = "body.ministry\tministry\t国务院部门\n", 'const char* kind = "ministry";'
        self.assertRegex(problems(source, "", terms), "nobody asks the vocabulary body")
        self.assertNotRegex(problems(source + 'term_word("body", kind);', "", terms), "vocabulary")
        self.assertNotRegex(problems(source + 'Finding{"name.who"}', "name.who\tBy {who@body}.\t由{who@body}。\n", terms), "vocabulary")


if __name__ == "__main__":
    unittest.main()
