#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""What must not break a project: a full disk, a killed process, a refused file. It is then exactly as before."""
import json
import hashlib
import os
import pathlib
import resource
import signal
import subprocess
import time
import unittest

import program


def digest(path):
    return hashlib.sha256(pathlib.Path(path).read_bytes()).hexdigest()


class Failures(program.Case):
    def setUp(self):
        super().setUp()
        self.project = self.folder / "p.sqlite"
        for words in (["init"], program.import_words("units.csv", "divisions")):
            self.ends(0, "-p", self.project, *words)
        self.before = program.summary(self.project)

    def as_before(self):
        """The same rows, a sound chain, nothing left beside it, and it still takes the import that failed."""
        self.assertEqual(self.before, program.summary(self.project))
        self.ends(0, "-p", self.project, "check", "--on", program.DAY)
        self.ends(0, "-p", self.project, *program.import_words("communes.geojson", "divisions"))

    def import_communes(self, **options):
        return program.run("-p", self.project, *program.import_words("communes.geojson", "divisions"), **options)

    def test_a_file_that_may_not_grow(self):
        room = self.project.stat().st_size + 200_000

        def limits():
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (room, room))

        done = self.import_communes(limits=limits)
        self.assertEqual(5, done.returncode, done.stdout + done.stderr)
        self.assertRegex(done.stderr, "^error: .*disk")
        self.as_before()

    @unittest.skipUnless(os.geteuid() == 0, "only root can mount a small disk")
    def test_a_disk_that_fills_up(self):
        disk = self.folder / "disk"
        disk.mkdir()
        if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=7m", "none", disk], capture_output=True).returncode != 0:
            self.skipTest("no small disk can be mounted here")
        try:
            project = disk / "p.sqlite"
            self.ends(0, "-p", project, "init")
            self.ends(0, "-p", project, *program.import_words("units.csv", "divisions"))
            before = program.summary(project)
            with open(disk / "ballast", "wb") as ballast:
                free = os.statvfs(disk)
                ballast.write(b"x" * max(0, free.f_bavail * free.f_bsize - 400_000))
            done = program.run("-p", project, *program.import_words("communes.geojson", "divisions"))
            self.assertEqual(5, done.returncode, done.stdout + done.stderr)
            self.assertEqual(before, program.summary(project))
            (disk / "ballast").unlink()
            self.ends(0, "-p", project, *program.import_words("places.csv", "places"))
        finally:
            subprocess.run(["umount", "-l", disk], check=True)

    def test_killed_at_any_moment(self):
        started = time.monotonic()
        self.assertEqual(0, program.run("-p", self.folder / "other.sqlite", "init").returncode)
        self.assertEqual(0, program.run("-p", self.folder / "other.sqlite", *program.import_words("units.csv", "divisions")).returncode)
        started = time.monotonic()
        self.assertEqual(0, program.run("-p", self.folder / "other.sqlite", *program.import_words("communes.geojson", "divisions")).returncode)
        whole = time.monotonic() - started
        killed = 0
        for step in range(12):
            words = [program.MERESTONE, "-p", str(self.project), *map(str, program.import_words("communes.geojson", "divisions"))]
            process = subprocess.Popen(words, env=program.ENVIRONMENT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            time.sleep(whole * (step + 0.5) / 12)
            process.kill()
            if process.wait() == 0:
                break  # it was done before the blow
            killed += 1
            now = program.summary(self.project)
            if now != self.before:  # the blow fell between the commit and the end: then all of it is there
                self.assertEqual(json.loads(self.before[1])["revision"] + 1, json.loads(now[1])["revision"], f"killed at {step}/12")
                self.ends(0, "-p", self.project, "check")
                break
        else:
            self.as_before()
        self.assertGreater(killed, 3)

    def test_a_refused_file_leaves_every_byte(self):
        broken = self.folder / "broken.geojson"
        text = (program.SAMPLE / "communes.geojson").read_text()
        broken.write_text(text.replace('"code":"49007"', '"code":"49002"'))
        before = digest(self.project)
        done = program.run("-p", self.project, "import", broken, "--as", "divisions", "--valid-from", "2018-01-01")
        self.assertEqual(2, done.returncode, done.stdout + done.stderr)
        self.assertIn("49002", done.stderr)
        self.assertIn("broken.geojson", done.stderr)
        self.assertEqual(before, digest(self.project))
        self.assertEqual(["broken.geojson", "p.sqlite"], sorted(path.name for path in self.folder.iterdir()))

    def test_a_project_that_may_not_be_written(self):
        self.ends(0, "-p", self.project, "info")
        missing = self.folder / "nowhere" / "p.sqlite"
        done = program.run("-p", missing, "init")
        self.assertEqual(5, done.returncode, done.stdout + done.stderr)

    def test_what_is_no_project(self):
        for name, bytes_ in (("text.sqlite", b"hello"), ("empty.sqlite", b""), ("sample.sqlite", (program.SAMPLE / "units.csv").read_bytes())):
            path = self.folder / name
            path.write_bytes(bytes_)
            done = program.run("-p", path, "info")
            self.assertIn(done.returncode, (2, 3), name + done.stderr)
            self.assertRegex(done.stderr, "^error: ")
            self.assertEqual(bytes_, path.read_bytes())

    def test_a_truncated_project(self):
        whole = self.project.read_bytes()
        self.project.write_bytes(whole[: len(whole) // 2])
        done = program.run("-p", self.project, "info")
        self.assertIn(done.returncode, (2, 5), done.stdout + done.stderr)
        self.assertRegex(done.stderr, "^error: ")


if __name__ == "__main__":
    unittest.main()
