#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The files of cases.py without their fault are taken: else their refusal would prove nothing. And what is only wrong
where the project lies."""
import hashlib
import pathlib
import sys
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
import program  # noqa: E402
from formats import GOOD, collection, feature, geopackage, polygon, shapefile, square, topology, wkb  # noqa: E402


class Unbroken(program.Case):
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
