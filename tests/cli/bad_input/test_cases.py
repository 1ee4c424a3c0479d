#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Every case of cases.py through the program: a clear finding in English and Chinese that names file and record, the
right exit code, and the project exactly as before. `cases.py FOLDER` writes the files for looking at them."""
import hashlib
import json
import pathlib
import sys
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
import program  # noqa: E402
from cases import CASES  # noqa: E402
from formats import GOOD, collection, feature, geopackage, polygon, shapefile, square, topology, wkb  # noqa: E402


class BadInput(program.Case):
    def setUp(self):
        super().setUp()
        self.project = self.folder / "p.sqlite"
        for words in (["init"], program.import_words("units.csv", "divisions")):
            self.ends(0, "-p", self.project, *words)

    def digest(self):
        return hashlib.sha256(self.project.read_bytes()).hexdigest()

    def take(self, path, kind, options=()):
        since = ["--code-system", "insee"] if kind in ("divisions", "history") else []
        since += ["--valid-from", "2018-01-01"] if kind == "divisions" else []
        return program.run("-p", self.project, "--json", "import", path, "--as", kind, *since, *options)

    def test_each_case(self):
        self.assertEqual(len(CASES), len({name for name, *_ in CASES}))
        before, rows = self.digest(), program.summary(self.project)
        for name, make, rules, record, code, kind, options in CASES:
            with self.subTest(name):
                folder = self.folder / name
                folder.mkdir()
                path = make(folder)
                left = sorted(folder.iterdir())
                done = self.take(path, kind, options)
                self.assertEqual(code, done.returncode, done.stdout + done.stderr)
                said = json.loads(done.stdout)
                rules = rules if isinstance(rules, tuple) else (rules,)
                found = [f for f in said["findings"] if f["rule"] in rules and f["severity"] == "error"]
                self.assertTrue(found, f"{rules} not in {[f['rule'] for f in said['findings']]}")
                self.assertEqual(str(path), found[0].get("file"), found[0])
                if record:
                    self.assertIn(found[0].get("record"), (record, f"4900{record}"))
                self.assertTrue(found[0]["en"] and found[0]["zh"] and found[0]["en"] != found[0]["zh"])
                self.assertNotIn("{", found[0]["en"] + found[0]["zh"])
                self.assertEqual(before, self.digest(), "the project was touched")
                self.assertEqual(left, sorted(folder.iterdir()), "something was left beside the file")
        self.assertEqual(rows, program.summary(self.project))

    def test_swapped_axes_where_the_project_lies(self):
        self.ends(0, "-p", self.project, *program.import_words("communes.geojson", "divisions"))
        before = self.digest()
        places = self.folder / "places.csv"
        places.write_text("name,lon,lat\nAngers,47.47,-0.55\n")
        done = self.take(places, "places")
        self.assertEqual(2, done.returncode, done.stdout)
        self.assertIn("import.swapped_axes", done.stdout)
        self.assertEqual(before, self.digest())

    def test_the_same_files_unbroken_are_taken(self):
        """Else the cases above would prove nothing."""
        good = [geopackage(self.folder / "good.gpkg", [wkb(square(0.0, 47.0))]),
                shapefile(self.folder, "good", [b"Allonnes"], b"UTF-8")]
        for name, content in (("good.geojson", collection(GOOD)), ("good.topojson", topology()),
                              ("two.geojson", collection(GOOD, feature("49002", "B", polygon(square(0.1, 47.0)))))):
            (self.folder / name).write_bytes(content)
            good.append(self.folder / name)
        for path in good:
            with self.subTest(path.name):
                done = self.take(path, "divisions", ["--dry-run"])
                self.assertEqual(0, done.returncode, done.stdout + done.stderr)


if __name__ == "__main__":
    unittest.main()
