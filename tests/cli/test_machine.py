#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""--json: every command that prints facts prints one document, also when it fails."""
import unittest

import program
from program import DAY


class Machine(program.Case):
    def setUp(self):
        super().setUp()
        self.project = program.whole_project(self.folder / "p.sqlite")

    def ask(self, *words, code=0):
        return self.machine(code, "-p", self.project, *words)

    def test_info(self):
        said = self.ask("info", "--on", DAY)
        self.assertEqual("Sample", said["title"])
        self.assertEqual({("department", 1), ("arrondissement", 4), ("commune", 183)},
                         {(level["kind"], level["count"]) for level in said["levels"]})
        self.assertEqual((388, 103, 150), (said["places"], said["hazard_zones"], said["facilities"]))
        self.assertRegex(said["audit_head"], "^[0-9a-f]{64}$")

    def test_info_of_a_division(self):
        said = self.ask("info", "49007", "--on", DAY)
        self.assertEqual("Angers", said["name"])
        self.assertEqual(["491", "49"], [superior["code"] for superior in said["superiors"]])

    def test_audit(self):
        acts = self.ask("info", "--audit")["audit"]
        self.assertEqual(list(range(1, 8)), [act["revision"] for act in acts])
        self.assertEqual([act["hash"] for act in acts[:-1]], [act["previous"] for act in acts[1:]])
        self.assertEqual({"tests"}, {act["author"] for act in acts})

    def test_at(self):
        said = self.ask("at", "-0.552", "47.4716", "--on", DAY)
        self.assertEqual("inside", said["status"])
        self.assertEqual([["49007", "491", "49"]], [[d["code"] for d in holder["chain"]] for holder in said["holders"]])
        self.assertEqual("outside", self.ask("at", "2.35", "48.85", "--on", DAY)["status"])

    def test_check(self):
        said = self.ask("check", "--on", DAY)
        self.assertTrue(said["sound"])
        self.assertEqual(7, said["revision"])

    def test_import(self):
        said = self.ask("import", program.SAMPLE / "places.csv", "--as", "places", "--dry-run")
        self.assertEqual((388, "CSV", 0), (said["records"], said["format"], said["revision"]))
        self.assertEqual("name", said["columns"]["name"])
        listed = self.ask("import", program.SAMPLE / "communes.geojson", "--list")
        self.assertEqual(183, listed["layers"][0]["records"])

    def test_failures_are_documents_too(self):
        for code, fault, words in ((3, "missing", ["info", "99999"]), (3, "missing", ["import", "nowhere.csv", "--as", "places"]),
                                   (2, "invalid", ["at", "200", "0"]), (2, "invalid", ["at", "x", "y"]), (2, "invalid", ["nonsense"])):
            said = self.ask(*words, code=code)
            self.assertEqual(fault, said["fault"], words)
            for finding in said["findings"]:
                self.assertTrue(finding["rule"] and finding["en"] and finding["zh"], words)


if __name__ == "__main__":
    unittest.main()
