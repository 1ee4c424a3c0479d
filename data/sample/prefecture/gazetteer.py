# SPDX-License-Identifier: Apache-2.0
"""Place names: villages, seats, rivers, mountains; former and other names, and some in the script of a minority."""
import unicodedata

from .country import WIDTH, apart, place_of
from .dice import Dice
from .files import SOURCE
from .lattice import degrees
from .names import BEFORE, RANGES
from .pinyin import joined, spelled, toneless

PINYIN = "zh-Latn-pinyin"
COLUMNS = ["id", "name", f"name:{PINYIN}", "language", "status", "type", "class", "roman", "lon", "lat", "valid_from",
           "valid_until", "source"]
CLASSES = {"natural_village": "22200", "villagers_committee": "21600", "residents_committee": "21620", "river": "12000",
           "reservoir": "24000", "mountain": "13000", "pass": "13000"}

# Villages of the ethnic township: Chinese characters by sound, and the syllables they stand for. Invented like all else.
YI_NAMES = [("拉达", "LA DA"), ("瓦姑", "VA GU"), ("木洛", "MU LO"), ("尼哈", "NYI HA"), ("阿觉", "A JO"), ("沙马", "SHA MA"),
            ("吉乌", "JI VU"), ("普洛", "PU LO"), ("依达", "I DA"), ("拉姑", "LA GU"), ("木哈", "MU HA"), ("瓦洛", "VA LO")]


def yi(syllables):
    return "".join(unicodedata.lookup("YI SYLLABLE " + s) for s in syllables.split())


def row(key, name, spelling, kind, position, *, language="zh", status="official", since="", until="", tongue=None):
    return (key, name, spelling, language, status, tongue or "populatedPlace", CLASSES.get(kind, ""),
            toneless(spelling) if spelling else "", position[0], position[1], since, until, SOURCE)


def other_names(village, dice):
    """Names that a village had or has beside its own, as (text, status)."""
    if village.kind != "natural_village" or not 3 <= len(village.name) <= 5 or "家" not in village.name:
        return []
    chance = dice.share()
    family, _, ending = village.name.partition("家")
    if chance < 0.06:
        return [(f"{dice.one_of(['红星', '东方', '前进', '胜利', '跃进', '向阳'])}{dice.one_of('一二三四五')}队", "former")]
    if chance < 0.12:
        return [(f"{dice.one_of(BEFORE)}{family}家{ending}" if family[0] not in BEFORE else f"{family[1:]}家{ending}", "variant")]
    if chance < 0.16:
        return [(f"{dice.one_of(['石板', '官道', '观音', '大树', '野猪'])}{ending}", "former")]
    return []


def village_rows(ground):
    dice, rows = Dice("other names"), []
    for home in sorted(ground.villages):
        for village in ground.villages[home]:
            rows.append(row(village.id, village.name, village.spelling, village.kind, village.position))
            for text, status in other_names(village, dice):
                rows.append(row(village.id, text, joined(text), village.kind, village.position, status=status))
            if getattr(village, "yi", None):
                rows.append(row(village.id, yi(village.yi), "", village.kind, village.position, language="ii-Yiii", status="official"))
    return rows


def name_yi_villages(ground, home):
    free = [v for v in ground.villages[home] if v.kind == "natural_village"]
    for village, (name, syllables) in zip(free, YI_NAMES):
        village.name, village.spelling, village.yi = name, joined(name), syllables
        village.roman = toneless(village.spelling)


def feature_rows(ground):
    rows = []
    longest = {}
    for number, _, chain, course in ground.rivers():
        if number >= 0 and ground.river_name(number):
            longest.setdefault(number, []).append((len(chain), course[len(course) // 2]))
    for number in sorted(longest):
        name = ground.river_name(number)
        rows.append(row(f"river-{number + 1:02d}", name, spelled(name[:-1], name[-1]), "river", max(longest[number])[1], tongue="hydrography"))
    rows.append(row("reservoir-1", ground.lake_name, spelled(ground.lake_name[:-2], "水库"), "reservoir", lake_middle(ground), tongue="hydrography"))
    for number, (cell, height) in enumerate(peaks(ground, len(RANGES))):
        i, j = place_of(cell)
        name = RANGES[number]
        generic = next(g for g in ("山", "岭", "峰") if name.endswith(g))
        rows.append(row(f"mountain-{number + 1:02d}", name, spelled(name[:-1], generic), "mountain", degrees(i + 0.5, j + 0.5, 5), tongue="landform"))
    return rows


def lake_middle(ground):
    cells = ground.lake[1]
    x = sum(place_of(c)[0] for c in cells) / len(cells)
    y = sum(place_of(c)[1] for c in cells) / len(cells)
    cell = min(cells, key=lambda c: ((place_of(c)[0] - x) ** 2 + (place_of(c)[1] - y) ** 2, c))
    i, j = place_of(cell)
    return degrees(i + 0.5, j + 0.5, 5)


def peaks(ground, wanted):
    """The highest cells of the prefecture, 6 km and more from one another."""
    found, h = [], ground.country.cells.height
    for cell in sorted((c for c, t in enumerate(ground.township) if t), key=lambda c: (-ground.country.cells.crest[c], c)):
        if all(apart(cell, other) > 6000.0 ** 2 for other, _ in found):
            found.append((cell, h[cell]))
            if len(found) == wanted:
                break
    return found
