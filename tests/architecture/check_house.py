#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The architecture, as a test: who may include whom, who may use which library, and what every file has.

  check_house.py ROOT     prints each problem as file:line and ends with 1 when there is one
"""
import os
import pathlib
import re
import sys

# A folder may include itself and what stands under its name here, and nothing else.
TOPS = {"gis": {"gis"}, "data": {"data", "gis"}, "tiles": {"tiles", "gis"},
        "cli": {"cli", "tiles", "data", "gis"}, "tests": {"tests", "cli", "tiles", "data", "gis"}}

# Inside a top folder, includes run from later rows to earlier ones only.
FLOORS = {
    "gis": [{"base"}, {"geometry", "law", "script"}, {"geodesy", "mesh"}, {"divisions", "terrain"}, {"boundaries"}, {"disputes"},
            {"territory"}, {"names", "overlay"}, {"search"}, {"hazards", "burials", "proposals", "indicators"}, {"relief"}],
    "data": [{"schema", "packs", "sample"}, {"db"}, {"store"}, {"office"}, {"exchange"}],
    "tiles": [{"archive", "style"}, {"vector", "sheet"}],
    "cli": [{"words"}, {"report", "service", "web"}, {"command"}],
}

# Library headers and the only folders that may know them.
LIBRARIES = {
    r"(gdal|ogr|cpl)[_a-z]*\.h": {"data/exchange"},
    r"sqlite3\.h": {"data/db", "tiles/archive"},
    r"spatialite\b.*": {"data/db"},
    r"libpq-fe\.h|pg_config.*": {"data/db"},
    r"geos_c\.h|geos/.*": {"gis"},
    r"proj\.h|geodesic\.h": {"gis"},
    r"unicode/.*": {"gis"},
    r"(cairo|pango)[-/a-z]*.*\.h": {"tiles/sheet", "cli/report"},
    r"boost/polygon/.*": {"gis/proposals"},
    r"boost/(?!polygon).*": {"cli/service"},
    r"openssl/.*": {"cli/service", "data/exchange"},
    r"CLI/.*": {"cli/command"},
    r"protozero/.*": {"tiles/vector", "tiles/archive"},
    r"libdeflate\.h": {"tiles/archive", "tiles/vector", "cli/service", "data/store"},
}
# Headers on persons, and the only sources that may include them: no map, report, export or service can come by a name.
RESTRICTED = {"data/store/personal_store.hpp": r"data/(store/personal_store|office/personal_acts)\.cpp",
              "data/office/personal_acts.hpp": r"data/office/personal_acts\.cpp|cli/command/burial_\w+\.[ch]pp"}
# What a header of ours must not drag into other folders.
HEAVY = re.compile(r"gdal|ogr|geos_c|proj\.h|boost/|nlohmann/json\.hpp|sqlite3|libpq|cairo|pango|CLI/|simdjson|iostream")

SOURCES = {".cpp", ".hpp"}
BUDGET = {".hpp": 200, ".cpp": 500, ".ts": 500, ".py": 500, ".sql": 500}
SIGNED = {".cpp", ".hpp", ".ts", ".mjs", ".py", ".sql", ".sh", ".cmake", ".css"}
SKIPPED = {".git", "build", "demo", "node_modules", "__pycache__", "dist"}
MACHINE = re.compile(r"(?<![\w.$}-])/(?:work|root|tmp)/")


def files(root):
    for folder, names, found in os.walk(root):
        names[:] = sorted(n for n in names if n not in SKIPPED)
        yield from (pathlib.Path(folder) / name for name in sorted(found) if name not in SKIPPED)  # .git may be a file


def floor(top, module):
    return next((i for i, modules in enumerate(FLOORS[top]) if module in modules), None)


def include_problem(file, target):
    """Why `file` may not include "target", both as paths from the root; None when it may."""
    here, there = file.parts, pathlib.PurePosixPath(target).parts
    if len(there) < 2 or there[0] not in TOPS:
        return f'"{target}" is not a path from the root'
    if there[0] not in TOPS[here[0]]:
        return f"{here[0]} may not include {there[0]}"
    if here[0] != there[0] or here[0] == "tests" or here[1] == there[1]:
        return None
    mine, its = floor(here[0], here[1]), floor(there[0], there[1])
    if mine is None or its is None:
        return f"{here[0]}/{here[1] if mine is None else there[1]} has no floor in the house"
    return None if its < mine else f"{here[0]}/{here[1]} may not include {there[0]}/{there[1]}"


def library_problem(file, header):
    for pattern, users in LIBRARIES.items():
        if re.fullmatch(pattern, header) and file.parts[0] != "tests":
            if not any(str(file).startswith(user + "/") for user in users):
                return f"<{header}> is for {', '.join(sorted(users))} only"
    return None


def shared_headers(paths, root):
    """Headers that a file of another folder includes; a folder may do as it likes inside."""
    shared = set()
    for path in paths:
        folder = str(path.parent.relative_to(root))
        if path.suffix in SOURCES and not folder.startswith("tests"):
            used = re.findall(r'^\s*#\s*include\s+"([^"]+)"', path.read_text(errors="replace"), re.M)
            shared.update(name for name in used if str(pathlib.PurePosixPath(name).parent) != folder)
    return shared


def problems_of(root, path, shared):
    file, suffix = path.relative_to(root), path.suffix
    text = path.read_text(encoding="utf-8", errors="replace")
    lines = text.splitlines()
    if suffix in SIGNED or path.name == "CMakeLists.txt" or file.parts == ("run",):
        if not any("SPDX-License-Identifier: Apache-2.0" in line for line in lines[:2]):
            yield f"{file}:1: no SPDX line"
    if len(lines) > BUDGET.get(suffix, len(lines)):
        yield f"{file}: {len(lines)} lines; the budget is {BUDGET[suffix]}"
    for number, line in enumerate(lines, 1):
        if MACHINE.search(line) and path != pathlib.Path(__file__).resolve():
            yield f"{file}:{number}: a path of one machine"
        if suffix not in SOURCES or file.parts[0] not in TOPS:
            continue
        if used := re.match(r'\s*#\s*include\s+"([^"]+)"', line):
            if why := include_problem(file, used[1]):
                yield f"{file}:{number}: {why}"
            if used[1] in RESTRICTED and file.parts[0] != "tests" and not re.fullmatch(RESTRICTED[used[1]], file.as_posix()):
                yield f"{file}:{number}: {used[1]} is restricted: personal data"
        elif used := re.match(r"\s*#\s*include\s+<([^>]+)>", line):
            if why := library_problem(file, used[1]):
                yield f"{file}:{number}: {why}"
            if str(file) in shared and HEAVY.search(used[1]):
                yield f"{file}:{number}: a heavy include in a header that other folders include"
    own = path.with_suffix(".hpp")
    if suffix == ".cpp" and file.parts[0] in TOPS and file.parts[0] != "tests" and own.exists():
        # So its compilation proves that the header stands alone; the build tries the others by themselves.
        first = re.search(r'^\s*#\s*include\s+["<]([^">]+)[">]', text, re.M)
        if not first or first[1] != own.relative_to(root).as_posix():
            yield f"{file}: does not include {own.relative_to(root)} first"
    if suffix == ".hpp" and "#pragma once" not in text:
        yield f"{file}: no #pragma once"


def unlisted(paths, root):
    """Sources, statements and words that no CMakeLists.txt names: a merge that drops a line leaves them out without a sound."""
    lists = {p.parent: set(re.findall(r"[\w.*/-]+", p.read_text(encoding="utf-8"))) for p in paths if p.name == "CMakeLists.txt"}
    for path in paths:
        if path.suffix not in {".cpp", ".sql", ".tsv"} or not lists:
            continue
        names = [(folder, path.relative_to(folder).as_posix()) for folder in path.parents if folder in lists]
        if path.parent not in lists:  # named from another folder
            names += [(folder, path.name) for folder in lists]
        if not any(name in lists[folder] or "GLOB" in lists[folder] for folder, name in names):
            yield f"{path.relative_to(root)}: no CMakeLists.txt names it"


def check(root):
    root = pathlib.Path(root).resolve()
    checked = SIGNED | {".tsv", ".txt", ".md", ".json", ".yml", ".html", ""}
    paths = [p for p in files(root) if p.suffix in checked and p.name != "package-lock.json"]
    shared = shared_headers(paths, root)
    return [problem for path in paths for problem in problems_of(root, path, shared)] + list(unlisted(paths, root))


if __name__ == "__main__":
    found = check(sys.argv[1])
    print(*found, sep="\n")
    sys.exit(bool(found))
