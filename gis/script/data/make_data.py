#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Makes readings.txt, levels.txt and variants.txt from the Unicode Han database and OpenCC. See README.md.

  make_data.py UNICODE OPENCC [OUT]     UNICODE holds Unihan_*.txt.bz2, OPENCC the *.txt dictionaries of OpenCC
"""
import bz2
import collections
import pathlib
import re
import sys
import unicodedata

TONES = {"\u0304": 1, "\u0301": 2, "\u030c": 3, "\u0300": 4}


def numbered(reading):
    """"lǜ" → "lü4", "de" → "de5"."""
    tone, letters = 5, []
    for letter in unicodedata.normalize("NFD", reading.strip()):
        if letter in TONES:
            tone = TONES[letter]
        else:
            letters.append(letter)
    return unicodedata.normalize("NFC", "".join(letters)) + str(tone)


def unihan(folder, file, wanted):
    fields = collections.defaultdict(dict)
    with bz2.open(folder / f"Unihan_{file}.txt.bz2", "rt", encoding="utf-8") as lines:
        for line in lines:
            if line.startswith("U+"):
                code, field, value = line.rstrip("\n").split("\t")
                if field in wanted:
                    fields[field][chr(int(code[2:], 16))] = value
    return fields


def readings_of(fields):
    """Each character's readings: those of the 2013 table (else of the 1983 dictionary), the more frequent first."""
    found = {}
    for character, mandarin in fields["kMandarin"].items():
        usual = [numbered(r) for r in mandarin.split()[:1]]
        frequent = [numbered(re.sub(r"\(.*", "", r)) for r in fields["kHanyuPinlu"].get(character, "").split()]
        table = fields["kTGHZ2013"].get(character) or fields["kXHC1983"].get(character, "")
        listed = [numbered(r) for group in table.split() for r in group.split(":")[1].split(",")]
        order = [r for r in frequent + usual if r in listed or not listed] + listed
        found[character] = list(dict.fromkeys(order or usual))
    return found


def dictionary(file):
    for line in file.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            key, values = line.split("\t")
            yield key, values.split(" ")


def variants_of(opencc, fields, standard):
    """Character → the character it is folded into: simplified by OpenCC, then Japanese forms, then other variants
    of exactly one character of the standard table. Chains are followed to their end."""
    to = {}
    for name in ("TSCharacters", "TSCharactersExt"):
        for key, values in dictionary(opencc / f"{name}.txt"):
            if len(key) == 1 and len(values[0]) == 1 and values[0] != key:
                to.setdefault(key, values[0])
    for key, values in dictionary(opencc / "JPShinjitaiCharacters.txt"):
        if len(key) == 1 and key not in standard and key not in to and values[0] != key:
            to[key] = values[0]
    for field in ("kSimplifiedVariant", "kZVariant", "kSemanticVariant"):
        for character, value in fields[field].items():
            others = {chr(int(code, 16)) for code in re.findall(r"U\+([0-9A-F]+)", value)}
            others = {to.get(other, other) for other in others} & standard
            if len(others) == 1 and character not in standard and character not in to:
                to[character] = others.pop()

    def end(character):
        seen = []
        while character in to and character not in seen:
            seen.append(character)
            character = to[character]
        return character
    return {key: end(key) for key in to if end(key) != key}


def main(unicode, opencc, out):
    fields = unihan(unicode, "Readings", {"kMandarin", "kHanyuPinlu", "kTGHZ2013", "kXHC1983"})
    fields |= unihan(unicode, "OtherMappings", {"kTGH"})
    fields |= unihan(unicode, "Variants", {"kSimplifiedVariant", "kZVariant", "kSemanticVariant"})

    groups = collections.defaultdict(list)
    for character, readings in readings_of(fields).items():
        groups[" ".join(readings)].append(character)
    lines = [f"{readings}\t{''.join(sorted(group))}\n" for readings, group in sorted(groups.items())]
    (out / "readings.txt").write_text("".join(lines), encoding="utf-8")

    number = {int(value.split()[0].split(":")[1]): character for character, value in fields["kTGH"].items()}
    table = "".join(number[i] for i in sorted(number))
    assert len(table) == 8105
    (out / "levels.txt").write_text("\n".join((table[:3500], table[3500:6500], table[6500:])) + "\n", encoding="utf-8")

    into = collections.defaultdict(list)
    for variant, target in variants_of(opencc, fields, set(table)).items():
        into[target].append(variant)
    lines = [f"{target}\t{''.join(sorted(group))}\n" for target, group in sorted(into.items())]
    (out / "variants.txt").write_text("".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main(*(pathlib.Path(word) for word in sys.argv[1:3]), pathlib.Path((sys.argv[3:] or ["."])[0]))
