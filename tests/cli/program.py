# SPDX-License-Identifier: Apache-2.0
"""The program from outside, for tests: Python's standard library and nothing else."""
import atexit
import json
import os
import pathlib
import shutil
import sqlite3
import subprocess
import tempfile
import unittest

MERESTONE = os.environ["MERESTONE"]  # the built program
ROOT = pathlib.Path(__file__).resolve().parents[2]
SAMPLE = ROOT / "data" / "sample" / "maine-et-loire"
DAY = "2018-06-30"

# What a shell of nobody in particular has: tests must not hang on the machine's language or settings.
ENVIRONMENT = {"PATH": os.environ["PATH"], "HOME": "/nonexistent", "LC_ALL": "C.UTF-8", "TERM": "dumb"}
ENVIRONMENT.update({name: os.environ[name] for name in os.environ if name.startswith(("ASAN_", "UBSAN_"))})

IMPORTS = (("units.csv", "divisions"), ("communes.geojson", "divisions"), ("history.csv", "history"),
           ("places.csv", "places"), ("hazards.geojson", "hazards"), ("cemeteries.csv", "cemeteries"))


def run(*words, folder=None, limits=None, timeout=120):
    """Runs the program; `limits` is called in the child before it starts."""
    return subprocess.run([MERESTONE, *map(str, words)], cwd=folder, env=ENVIRONMENT, text=True,
                          stdin=subprocess.DEVNULL, capture_output=True, preexec_fn=limits, timeout=timeout)


def import_words(name, kind):
    words = ["import", SAMPLE / name, "--as", kind, "--code-system", "insee"]
    return words + ["--valid-from", "2018-01-01"] if kind == "divisions" else words


_whole = None


def whole_project(path):
    """A project with the whole sample at `path`; made once per test program, then copied."""
    global _whole
    if _whole is None:
        _whole = tempfile.TemporaryDirectory()
        atexit.register(_whole.cleanup)
        made = pathlib.Path(_whole.name) / "whole.sqlite"
        for words in (["init", "--title", "Sample"], *(import_words(*each) for each in IMPORTS)):
            done = run("-p", made, "--author", "tests", *words)
            if done.returncode != 0:
                raise AssertionError(f"{words}: {done.returncode}\n{done.stdout}{done.stderr}")
    shutil.copy(pathlib.Path(_whole.name) / "whole.sqlite", path)
    return path


def summary(project):
    """What the project says of itself, and what its database holds: every row of every table."""
    said = run("-p", project, "info", "--json", "--on", DAY)
    with sqlite3.connect(f"file:{project}?mode=ro", uri=True) as database:
        tables = [name for name, in database.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")]
        counts = {}
        for table in tables:
            try:
                counts[table] = database.execute(f'SELECT count(*) FROM "{table}"').fetchone()[0]
            except sqlite3.OperationalError:
                pass  # a virtual table of SpatiaLite
    database.close()
    return said.returncode, said.stdout, counts


class Case(unittest.TestCase):
    """A test in a folder of its own."""
    maxDiff = None

    def setUp(self):
        self._folder = tempfile.TemporaryDirectory()
        self.folder = pathlib.Path(self._folder.name)
        self.addCleanup(self._folder.cleanup)

    def ends(self, code, *words, **options):
        done = run(*words, folder=self.folder, **options)
        self.assertEqual(code, done.returncode, f"{' '.join(map(str, words))}\n{done.stdout}{done.stderr}")
        return done

    def machine(self, code, *words, **options):
        """Runs with --json: standard output is one JSON document, standard error is empty."""
        done = self.ends(code, *words, "--json", **options)
        self.assertEqual("", done.stderr)
        return json.loads(done.stdout)
