# SPDX-License-Identifier: Apache-2.0
"""Divisions, villages and names, as files."""
from . import gazetteer
from .files import SOURCE, feature, polygon
from .history import COVERAGE, adjacent, JOINED, MERGED_INTO_NEW
from .names import kind_of, spelling_of_division

COUNTED = "2024-12-31"


def write(folder, ground, history):
    for one, other in [MERGED_INTO_NEW[0]] + [j[:2] for j in JOINED]:
        assert adjacent(ground, one, other), (one, other)
    folder.table("units.csv", ["code", "name", "parent", "level", "kind", "language"], history.units())
    features = []
    for key in sorted(history.in_2001, key=lambda k: history.in_2001[k][0]):
        code, name = history.in_2001[key]
        shape = ground.rings_of(lambda t: t == key)
        features.append(feature(polygon(shape), code=code, name=name, parent=code[:6], level=4, kind=kind_of(name), language="zh",
                                pinyin=spelling_of_division(name), source=SOURCE))
    folder.features("townships-2001.geojson", features)
    folder.table("history.csv", ["code", "name", "kind", "level", "valid_from", "valid_until", "end_reason", "successor"], history.rows)
    for day, document in history.documents(ground).items():
        folder.json(f"changes/{day}.json", document)
    number_villages(ground, history)
    write_villages(folder, ground, history)
    folder.table("places.csv", gazetteer.COLUMNS, gazetteer.village_rows(ground) + gazetteer.feature_rows(ground))


def number_villages(ground, history):
    """Identifiers in the order of townships, and statistical codes for committees (001-199 residents', 200-399 villagers')."""
    gazetteer.name_yi_villages(ground, next(k for k, n in ground.names.items() if n == "依洛彝族乡"))
    serial, next_code = 0, {}
    for key in sorted(ground.villages, key=lambda k: history.in_2001[k][0]):
        code, _ = history.now(key)
        for village in ground.villages[key]:
            serial += 1
            village.id = f"v-{serial:04d}"
            if village.kind != "natural_village":
                base = 1 if village.kind == "residents_committee" else 200
                number = next_code.get((code, base), base)
                next_code[code, base] = number + 1
                village.code = f"{code}{number:03d}"


def write_villages(folder, ground, history):
    rows = []
    for key in sorted(ground.villages, key=lambda k: history.in_2001[k][0]):
        for v in ground.villages[key]:
            households = max(1, round(v.people / 3.1))
            rows.append((v.id, v.code, v.name, v.spelling, v.roman, v.kind, v.committee.id, history.now(key)[0], history.in_2001[key][0],
                         v.people, households, v.position[0], v.position[1], COUNTED, SOURCE))
    folder.table("villages.csv", ["id", "code", "name", "pinyin", "roman", "kind", "committee", "township", "township_2001",
                                  "population", "households", "lon", "lat", "counted_on", "source"], rows)
