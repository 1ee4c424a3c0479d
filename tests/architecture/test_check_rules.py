#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Proves that check_rules.py catches a rule without words and words without a rule."""
import pathlib
import tempfile
import unittest

import check_rules


def problems(source, words):
    with tempfile.TemporaryDirectory() as folder:
        for name, text in {"gis/mesh/a.cpp": source, "cli/words/a.tsv": words}.items():
            path = pathlib.Path(folder) / name
            path.parent.mkdir(parents=True)
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


if __name__ == "__main__":
    unittest.main()
