#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Plays transcripts: `$ merestone …` and what it prints, standard output and error as a person sees them.

  transcripts.py FILE…                       compares; MERESTONE_APPROVE=1 writes what the program prints now

Each transcript starts in an empty folder with the sample beside it as `sample/`. A line `[2]` after the output is
the exit code, 0 when there is none. Empty lines and lines that start with # are the author's. What differs from machine to machine is written as <hash>, <time>, <version>, <folder>. The day of the run may not appear: name the day (--on).
"""
import datetime
import difflib
import os
import pathlib
import re
import subprocess
import sys
import tempfile

import program

CHANGING = [(r"\b[0-9a-f]{64}\b", "<hash>"), (r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", "<time>"),
            (r"(SpatiaLite|PostGIS) \d+(\.\d+)+", r"\1 <version>"), (r"\b\d+\.\d+ (s|ms)\b", r"<time> \1")]


def plain(text, folder):
    text = text.replace(folder, "<folder>")
    for pattern, name in CHANGING:
        text = re.sub(pattern, name, text)
    return text


def play(transcript):
    """The transcript as the program writes it now: its comments and commands, with fresh output."""
    out = []
    with tempfile.TemporaryDirectory() as folder:
        os.symlink(program.SAMPLE, pathlib.Path(folder) / "sample")
        bin_folder = pathlib.Path(program.MERESTONE).resolve().parent
        environment = {**program.ENVIRONMENT, "PATH": f"{bin_folder}:{program.ENVIRONMENT['PATH']}", "MERESTONE_PROJECT": "p.sqlite"}
        for line in transcript.splitlines():
            if line.startswith("#") or not line:
                out.append(line)
            if not line.startswith("$ "):
                continue
            done = subprocess.run(["bash", "-c", line[2:]], cwd=folder, env=environment, text=True, stdin=subprocess.DEVNULL,
                                  stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=120)
            out += [line, *(printed for printed in plain(done.stdout, folder).splitlines() if printed)]
            if done.returncode != 0:
                out.append(f"[{done.returncode}]")
    return "\n".join(out) + "\n"


def main(names):
    failed = 0
    for name in map(pathlib.Path, names):
        wanted = name.read_text(encoding="utf-8")
        got = play(wanted)
        if str(datetime.date.today()) in got:
            failed += 1
            print(f"{name}: prints the day of the run, and would fail tomorrow. Name a day with --on.")
            continue
        if os.environ.get("MERESTONE_APPROVE"):
            name.write_text(got, encoding="utf-8")
        elif got != wanted:
            failed += 1
            print(*difflib.unified_diff(wanted.splitlines(), got.splitlines(), f"{name} approved", "now", lineterm=""), sep="\n")
    return failed


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
