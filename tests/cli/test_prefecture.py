#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The invented prefecture: what is shipped is what its generator makes, and the program takes it without a finding."""
import collections
import csv
import json
import os
import pathlib
import sys
import tempfile
import unittest

import program

SAMPLES = program.ROOT / "data" / "sample"
LANZE = SAMPLES / "lanze"


def rows(name):
    with open(LANZE / name, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


class Prefecture(program.Case):
    def test_every_byte_comes_from_the_generator(self):
        sys.path.insert(0, str(SAMPLES))
        sys.dont_write_bytecode = True
        import make_prefecture
        with tempfile.TemporaryDirectory() as folder:
            make_prefecture.make(folder)
            made = {str(p.relative_to(folder)): p.read_bytes() for p in pathlib.Path(folder).rglob("*") if p.is_file()}
        shipped = {str(p.relative_to(LANZE)): p.read_bytes() for p in LANZE.rglob("*") if p.is_file() and p.name != "README.md"}
        self.assertEqual(sorted(shipped), sorted(made))
        for name, content in made.items():
            self.assertTrue(content == shipped[name], f"{name} is not what make_prefecture.py makes")

    def test_small_enough_to_ship(self):
        self.assertLess(sum(p.stat().st_size for p in LANZE.rglob("*") if p.is_file()), 2_500_000)

    def test_every_file_says_that_it_is_invented(self):
        for path in sorted(LANZE.rglob("*.geojson")):
            self.assertIn("invented", json.loads(path.read_text(encoding="utf-8"))["note"], path.name)
        self.assertIn(b"invented", (LANZE / "dem.tif").read_bytes()[:4000])

    def test_codes_can_be_nobodys(self):
        codes = [r["code"] for r in rows("units.csv") + rows("history.csv") + rows("villages.csv") if r["code"]]
        self.assertEqual({"99"}, {code[:2] for code in codes})

    def test_names_of_committees_are_unique_in_their_county(self):  # PN-08b
        seen = collections.Counter((r["township"][:6], r["name"]) for r in rows("villages.csv") if r["kind"] != "natural_village")
        self.assertEqual([], [key for key, count in seen.items() if count > 1])

    def test_imports_and_checks_clean(self):
        project = self.folder / "lanze.sqlite"
        steps = [["init", "--title", "岚泽市（示例）"]]
        for name, kind in (("units.csv", "divisions"), ("townships-2001.geojson", "divisions"), ("history.csv", "history"),
                           ("places.csv", "places"), ("hazards.geojson", "hazards")):
            since = ["--valid-from", "2001-01-01"] if kind == "divisions" else []
            steps.append(["import", LANZE / name, "--as", kind, "--code-system", "gb2260", *since])
        for step in steps:
            done = self.ends(0, "-p", project, *step)
            self.assertNotIn("warning", done.stderr)
        for day, townships in (("2001-01-01", 43), ("2024-12-31", 40)):
            said = self.machine(0, "-p", project, "check", "--on", day)
            self.assertEqual([], said["findings"])
            levels = {(each["level"], each["count"]) for each in self._levels(project, day)}
            self.assertIn((4, townships), levels)

    def _levels(self, project, day):
        counted = collections.Counter()
        for level in self.machine(0, "-p", project, "info", "--on", day)["levels"]:
            counted[level["level"]] += level["count"]
        return [{"level": level, "count": count} for level, count in counted.items()]


if __name__ == "__main__":
    unittest.main(verbosity=2)
