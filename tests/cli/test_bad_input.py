#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Bad input from end to end: what is said, in both languages, with which exit code, and that nothing was written.

The files are made by bad_input/cases.py; each case is a test of its own.
"""
import hashlib
import json
import pathlib
import sys
import tempfile
import unittest

import program

sys.path.insert(0, str(pathlib.Path(__file__).parent / "bad_input"))
import cases  # noqa: E402

FAULTS = {2: "invalid", 3: "missing", 4: "conflict", 5: "unavailable"}


class BadInput(program.Case):
    @classmethod
    def setUpClass(cls):
        cls.home = tempfile.TemporaryDirectory()
        cls.addClassCleanup(cls.home.cleanup)
        cls.project = program.whole_project(pathlib.Path(cls.home.name) / "p.sqlite")
        cls.before = hashlib.sha256(cls.project.read_bytes()).hexdigest()

    def refused(self, make, rules, record, code, kind, options):
        file = make(self.folder)
        left = sorted(self.folder.rglob("*"))
        words = ["-p", self.project, "import", file, "--as", kind, *options]
        words += ["--valid-from", "2018-01-01"] if kind == "divisions" else []
        told = program.run(*words, "--json")
        self.assertEqual(code, told.returncode, told.stdout + told.stderr)
        said = json.loads(told.stdout)
        self.assertEqual(FAULTS[code], said["fault"])
        rules = (rules,) if isinstance(rules, str) else rules
        finding = next((each for each in said["findings"] if each["rule"] in rules), None)
        self.assertIsNotNone(finding, told.stdout)
        self.assertEqual(str(file), finding.get("file"), finding)
        if record is not None:
            self.assertEqual(record, finding.get("record"), finding)
        self.assertNotIn("?", finding["en"] + finding["zh"], "a fact is missing")
        self.assertRegex(finding["zh"], "[\u4e00-\u9fff]")

        spoken = program.run(*words)
        self.assertEqual(code, spoken.returncode)
        self.assertIn(finding["en"], spoken.stderr)
        self.assertIn(str(file), spoken.stderr)

        self.assertEqual(self.before, hashlib.sha256(self.project.read_bytes()).hexdigest(), "the project was written to")
        self.assertEqual(["p.sqlite"], [path.name for path in pathlib.Path(self.home.name).iterdir()])
        self.assertEqual(left, sorted(self.folder.rglob("*")), "something was left beside the file")


def add(name, make, *said):
    setattr(BadInput, f"test_{name}", lambda self: self.refused(make, *said))


for case in cases.CASES:
    add(*case)

if __name__ == "__main__":
    unittest.main()
