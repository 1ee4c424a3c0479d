# SPDX-License-Identifier: Apache-2.0
"""Where people live: committees and natural villages, each with a name that fits its ground."""
from .country import apart, place_of
from .dice import Dice
from .lattice import degrees
from .names import VillageNames, spelling_of_village
from .pinyin import toneless

SPREAD_M = 620.0


class Village:
    def __init__(self, cell, township, name, kind, people):
        self.cell, self.township, self.name, self.kind, self.people = cell, township, name, kind, people
        self.spelling = spelling_of_village(name, kind)
        self.roman = toneless(self.spelling)
        self.position, self.committee, self.id, self.code = None, None, "", ""


def setting_of(country, cell):
    slope, water, height = country.slope[cell], country.water_near[cell], country.cells.height[cell]
    if height > 620:
        return "mountain"
    if water > 0.8 and slope < 0.08:
        return "river"
    if slope < 0.035:
        return "plain"
    return "valley" if country.cells.crest[cell] < 0 else "slope"


def settle(country, seat_of, wanted, reserved=(), closed=()):
    """`wanted` villages over all townships: {township: [committees and natural villages]}.

    `reserved` are cells that must become natural villages; on `closed` ones nobody lives. Township seats (township → (cell, name)) come first.
    """
    dice, names = Dice("settlement"), VillageNames()
    chosen, buckets = list(reserved), {}

    def free(cell):
        i, j = place_of(cell)
        return all(apart(cell, o) > SPREAD_M * SPREAD_M for a in (-1, 0, 1) for b in (-1, 0, 1)
                   for o in buckets.get((i // 5 + a, j // 5 + b), ()))

    def take(cell):
        i, j = place_of(cell)
        buckets.setdefault((i // 5, j // 5), []).append(cell)
    for cell in [cell for cell, _ in seat_of.values()] + chosen:
        take(cell)
    worth = {home: [] for home in seat_of}
    for cell, home in enumerate(country.township):
        if home is not None and cell not in closed:
            worth[home].append((-(0.02 + country.dwelling(cell)) * (0.3 + dice.share()), cell))
    for home, few in zip(sorted(seat_of), _quotas(worth, wanted - len(seat_of), len(seat_of))):
        count = sum(country.township[c] == home for c in reserved)
        for _, cell in sorted(worth[home]):
            if count >= few:
                break
            if free(cell):
                take(cell)
                chosen.append(cell)
                count += 1
    out = {}
    for home in sorted(seat_of):
        out[home] = _people(country, home, seat_of[home], sorted(c for c in chosen if country.township[c] == home),
                            names, dice, set(reserved))
    return out


def _quotas(worth, wanted, homes):
    """How many villages each township gets: more where the ground is better, at least 6, `wanted` in all."""
    weight = {home: sum(-w for w, _ in cells) for home, cells in worth.items()}
    free = wanted - 6 * homes
    total = sum(weight.values())
    exact = [(free * weight[home] / total, home) for home in sorted(worth)]
    quota = {home: 6 + int(share) for share, home in exact}
    short = wanted - sum(quota.values())
    for share, home in sorted(exact, key=lambda e: (int(e[0]) - e[0], e[1]))[:short]:
        quota[home] += 1
    return [quota[home] for home in sorted(worth)]


def _people(country, home, seat, cells, names, dice, reserved):
    town_cell, town_name = seat
    urban = town_name.endswith("镇")
    specific = town_name.replace("彝族乡", "").rstrip("镇乡")
    names.taken.setdefault(home[0], set()).add(specific)
    county_town = home in ("A0", "B0", "C0")
    people = dice.whole(9000, 24000) if county_town else dice.whole(1500, 4200) if urban else dice.whole(420, 1300)
    kind = "residents_committee" if urban else "villagers_committee"
    villages = [Village(town_cell, home, specific + ("社区" if urban else "村"), kind, people)]
    committees = max(1, len(cells) // 4)
    free = [c for c in cells if c not in reserved]
    heads = set(sorted(free, key=lambda c: (-country.dwelling(c), c))[:committees])
    for cell in cells:
        name = names.one(home[0], setting_of(country, cell))
        size = int(40 + 520 * min(1.0, country.dwelling(cell)) * dice.between(0.35, 1.0))
        if cell in heads:
            villages.append(Village(cell, home, name + "村", "villagers_committee", size + dice.whole(60, 260)))
        else:
            villages.append(Village(cell, home, name, "natural_village", size))
    seats = [v for v in villages if v.kind != "natural_village"]
    for v in villages:
        i, j = place_of(v.cell)
        v.position = degrees(i + dice.between(0.3, 0.7), j + dice.between(0.3, 0.7), 5)
        v.committee = v if v in seats else min(seats, key=lambda s: (apart(s.cell, v.cell), s.cell))
    return villages
