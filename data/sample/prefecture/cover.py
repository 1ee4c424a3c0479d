# SPDX-License-Identifier: Apache-2.0
"""What lies on the ground: the lake, fields and woods, ground that floods or slides."""
from .country import WIDTH, cell_at, place_of
from .dice import Fractal
from .grid import DX, DY, NX, NY
from .ground import area_of, polygons
from .lattice import Arcs, cell_count, rings

HECTARES = DX * DY / 1e4


def outline(cells, passes=5, tolerance=0.25, least=0):
    """A set of cells as polygons with rounded edges; pieces and holes of fewer than `least` cells are left out."""
    cells = set(cells)
    kinds = {}
    for cell in sorted(cells):
        i, j = place_of(cell)
        post = j * NX + i
        for other, edge in ((cell - 1, (post, post + NX)), (cell + 1, (post + 1, post + 1 + NX)),
                            (cell - WIDTH, (post, post + 1)), (cell + WIDTH, (post + NX, post + NX + 1))):
            if other not in cells:
                kinds[edge] = "rim"
    arcs = Arcs(kinds, passes, tolerance)
    found = rings(list(zip([c for c, _ in arcs.chains], arcs.courses)), lambda c: c in cells)
    cell = area_of([(0, 0), (0.0016, 0), (0.0016, 0.0016), (0, 0.0016), (0, 0)])
    return polygons([r for r in found if abs(area_of(r)) >= least * cell])


def smoothed(country, wanted, rounds):
    """Cells of `wanted` after each took the side of most of its neighbours, `rounds` times."""
    now = set(wanted)
    for _ in range(rounds):
        after = set()
        for cell in range(cell_count()):
            near = [o for o, _, _ in country.cells.near(cell)]
            i, j = place_of(cell)
            around = near + [cell_at(i + a, j + b) for a in (-1, 1) for b in (-1, 1) if 0 <= i + a < WIDTH and 0 <= j + b < NY - 1]
            if sum(o in now for o in around) * 2 + (cell in now) > len(around):
                after.add(cell)
        now = after
    return now


def land_cover(ground):
    """{kind: cells} within the prefecture."""
    country, lake = ground.country, set(ground.lake[1])
    rough = Fractal("cover", 3)
    fields, woods = set(), set()
    for cell, home in enumerate(ground.township):
        if home is None or cell in lake:
            continue
        i, j = place_of(cell)
        chance = rough(i / 7, j / 7)
        slope, height = country.slope[cell], country.cells.height[cell]
        if slope < 0.055 + 0.03 * chance and height < 520 + 120 * chance:
            fields.add(cell)
        elif slope > 0.10 + 0.06 * chance or height > 560:
            woods.add(cell)
    return {"farmland": smoothed(country, fields, 1), "forest": smoothed(country, woods, 1) - smoothed(country, fields, 1)}


def above_water(ground):
    """For each cell metres above the river that it drains to, and how many posts away that is."""
    w = ground.waters
    rise, steps, river = {}, {}, {}
    for post in w.order:
        to = w.receiver[post]
        if w.area[post] >= 6000 or to == post:
            rise[post], steps[post] = 0.0, 0
            river[post] = ground.river_of.get((min(post, to), max(post, to)))
        else:
            rise[post], steps[post], river[post] = w.height[post] - w.height[to] + rise[to], steps[to] + 1, river[to]
    return rise, steps, river


def floods(ground):
    """[(river, years, cells)]: the flood that returns every 100 years holds the one of 20 years."""
    rise, steps, river = above_water(ground)
    reach = {20: (2.4, 7), 100: (6.0, 14)}
    wet = {}
    for cell, home in enumerate(ground.township):
        if home is None:
            continue
        i, j = place_of(cell)
        post = j * NX + i
        corners = (post, post + 1, post + NX, post + NX + 1)
        for years, (height, far) in reach.items():
            low = [p for p in corners if rise[p] <= height and steps[p] <= far and river[p] is not None]
            if len(low) >= 2:
                wet.setdefault((river[low[0]], years), set()).add(cell)
    return [(r, years, smoothed(ground.country, cells, 1)) for (r, years), cells in sorted(wet.items()) if len(cells) > 40]


def slides(ground):
    """Steep ground above dwellings: [(village, severity, cells)]."""
    country, out = ground.country, []
    villages = [v for home in sorted(ground.villages) for v in ground.villages[home]]
    for village in villages:
        i, j = place_of(village.cell)
        near = [cell_at(i + a, j + b) for a in range(-5, 6) for b in range(-5, 6)
                if 0 <= i + a < WIDTH and 0 <= j + b < NY - 1 and a * a + b * b < 27]
        steep = {c for c in near if country.slope[c] > 0.19 and ground.township[c]}
        if len(steep) >= 16 and not any(steep & other for _, _, other in out):
            out.append((village, 3 if len(steep) > 30 else 2, smoothed(country, steep, 1)))
    return [s for s in out if len(s[2]) >= 10][:16]
