#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Every rule id that the sources give to a finding has words in cli/words, and no words and no terms stand there unused.

  check_rules.py ROOT
"""
import pathlib
import re
import sys

LITERAL = re.compile(r'"([a-z]+\.[a-z][a-z0-9_]*)"')
VOCABULARY = re.compile(r'@([a-z_]+)}')  # of a fact in a sentence; lines of a program name theirs in the source
ID = re.compile(r'"([a-z0-9_.]+)"')
# A literal is a rule where a finding is made of it: `.rule = "a.b"`, `Finding{"a.b"`, or as first word of a helper.
MADE = re.compile(r'(?:\.?\brule\w*\s*[=({]\s*|\bFinding\s*\w*\s*[({]\s*|\bfinding\w*\s*\(\s*)"([a-z]+\.[a-z][a-z0-9_]*)"')


def check(root):
    root = pathlib.Path(root)
    words = {}
    for path in sorted(root.glob("cli/words/*.tsv")):
        if path.name != "terms.tsv":
            words.update((row, path.name) for row in first_column(path))
    made, literals, ids = {}, set(), set()
    for top in ("gis", "data", "tiles", "cli"):
        for path in sorted([*root.glob(f"{top}/**/*.cpp"), *root.glob(f"{top}/**/*.hpp")]):
            if "node_modules" in path.parts:
                continue
            text = path.read_text(encoding="utf-8")
            literals.update(LITERAL.findall(text))
            ids.update(ID.findall(text))
            for rule in MADE.findall(text):
                made.setdefault(rule, path.relative_to(root))
    # A literal in the family of known rules is a rule too, however it reaches its finding.
    families = {rule.split(".")[0] for rule in words}
    missing = [f"{path}: rule {rule} has no words in cli/words" for rule, path in made.items() if rule not in words]
    missing += [f"{rule} looks like a rule and has no words in cli/words" for rule in sorted(literals)
                if rule not in words and rule not in made and rule.split(".")[0] in families and not is_other(rule)]
    missing += [f"cli/words/{file}: no source uses {rule}" for rule, file in words.items() if rule not in literals]
    terms = first_column(root / "cli/words/terms.tsv")
    asked = ids | {name for path in root.glob("cli/words/*.tsv") for name in VOCABULARY.findall(path.read_text(encoding="utf-8"))}
    missing += [f"cli/words/terms.tsv: nobody asks the vocabulary {name}" for name in sorted({t.split(".")[0] for t in terms}) if name not in asked]
    return missing + [f"cli/words/terms.tsv: no source knows {term}" for term in terms if term.split(".", 1)[1] not in ids]


def first_column(path):
    rows = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
    return [row.split("\t")[0] for row in rows if row and not row.startswith("#")]


def is_other(literal):
    """File names and acts share the form of a rule."""
    return literal.rsplit(".", 1)[1] in {"sql", "json", "csv", "hpp", "cpp", "pbf", "html", "pdf", "geojson", "import"}


if __name__ == "__main__":
    found = check(sys.argv[1])
    print(*found, sep="\n")
    sys.exit(bool(found))
