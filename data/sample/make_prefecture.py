#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Makes the sample prefecture, which does not exist: its ground, people, borders, history and quarrels are invented.

  make_prefecture.py [FOLDER]     into data/sample/lanze when no folder is given

Users do not need it, the result is shipped. Python's standard library only; each run gives the same bytes.
"""
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))

from prefecture import applications, cases, files, layers, people, planning  # noqa: E402
from prefecture.ground import Ground  # noqa: E402
from prefecture.history import History  # noqa: E402
from prefecture.quarrels import Quarrels  # noqa: E402
from prefecture.records import Record  # noqa: E402
from prefecture.terrain import Terrain  # noqa: E402


def make(path, terrain=None):
    folder = files.Folder(pathlib.Path(path))
    ground = Ground(terrain or Terrain())
    history = History(ground.names)
    people.write(folder, ground, history)
    layers.write(folder, ground, history)
    record = Record(ground, history)
    record.write(folder)
    quarrels = Quarrels(ground, history, record)
    quarrels.write(folder)
    planning.write(folder, ground, history, quarrels)
    cases.write(folder)
    applications.write(folder)
    return folder.counts


if __name__ == "__main__":
    for name, count in make(sys.argv[1] if len(sys.argv) > 1 else pathlib.Path(__file__).parent / "lanze").items():
        print(f"{name}: {count}")
