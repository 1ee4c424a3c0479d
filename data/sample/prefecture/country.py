# SPDX-License-Identifier: Apache-2.0
"""Who holds what ground on 1 January 2001: three counties within the divides, townships within the counties."""
from .dice import Dice
from .grid import DX, DY, NX, NY
from .lattice import cell_count, edge_cells
from .partition import Cells, shared_out, slipped

WIDTH = NX - 1

# Where people have always lived: hand-picked valleys, as (column, row) of cells; the first is the county town.
HEARTS = {
    "A": [(150, 146), (60, 150), (110, 165), (150, 180), (90, 115), (40, 125), (95, 200)],
    "B": [(262, 236), (235, 225), (200, 235), (285, 205), (225, 255), (300, 270)],
    "C": [(192, 92), (240, 95), (150, 70), (258, 130), (215, 50), (265, 80)],
}
TOWNSHIPS = {"A": 16, "B": 14, "C": 13}
NEIGHBOURS_START = 5200.0  # metres of walking that the outside is behind


def cell_at(i, j):
    return j * WIDTH + i


def place_of(cell):
    return cell % WIDTH, cell // WIDTH


def apart(a, b):
    """Metres between two cells, squared."""
    (i, j), (k, m) = place_of(a), place_of(b)
    return ((i - k) * DX) ** 2 + ((j - m) * DY) ** 2


class Country:
    def __init__(self, terrain, waters):
        self.cells = Cells(terrain, waters.barriers())
        self.waters = waters
        self.slope = self._slope()
        self.water_near = self._water_near(12)
        self.county = self._counties()
        self.seats = {}
        self.township = [None] * cell_count()
        for county in sorted(HEARTS):
            self._townships(county)

    def _slope(self):
        h, slope = self.cells.height, []
        for cell in range(cell_count()):
            slope.append(max(abs(h[o] - h[cell]) / far for o, far, _ in self.cells.near(cell)))
        return slope

    def _water_near(self, reach):
        """For each cell how near the next stream is, 1 at the bank to 0 at `reach` cells; brooks do not count."""
        near, ring = [0.0] * cell_count(), []
        for edge, area in sorted(self.waters.edges.items()):
            if self.waters.rank(area) >= 1:
                ring += [c for c in edge_cells(edge) if c is not None]
        for step in range(reach):
            following = []
            for cell in ring:
                if near[cell] == 0:
                    near[cell] = 1 - step / reach
                    following += [o for o, _, _ in self.cells.near(cell) if near[o] == 0]
            ring = following
        return near

    def _counties(self):
        seeds = {}
        for name, hearts in HEARTS.items():
            seeds.update({cell_at(i, j): (name, 0.0) for i, j in hearts})
        width, rows = WIDTH, NY - 1
        for i in range(0, width, 5):
            seeds[cell_at(i, 0)] = seeds[cell_at(i, rows - 1)] = ("-", NEIGHBOURS_START)
        for j in range(0, rows, 5):
            seeds[cell_at(0, j)] = seeds[cell_at(width - 1, j)] = ("-", NEIGHBOURS_START)
        rim = {cell_at(i, j) for i in range(width) for j in range(rows) if i in (0, width - 1) or j in (0, rows - 1)}
        label = shared_out(self.cells, seeds, lambda c: True)
        label = slipped(self.cells, label, 8, lambda c: True, rim)
        return [None if name == "-" or cell in rim else name for cell, name in enumerate(label)]

    def dwelling(self, cell):
        """How good a place is to live at."""
        flat = max(0.0, 1 - self.slope[cell] / 0.16)
        return flat * (0.35 + self.water_near[cell]) * max(0.15, 1.25 - self.cells.height[cell] / 900)

    def _inner(self, mine, county, depth):
        """Cells of the county that lie at least `depth` cells from its border."""
        mine = set(mine)
        for _ in range(depth):
            mine = {c for c in mine if all(o in mine for o, _, _ in self.cells.near(c))}
        return sorted(mine)

    def _townships(self, county):
        dice = Dice("seats " + county)
        mine = [c for c in range(cell_count()) if self.county[c] == county]
        inner = self._inner(mine, county, 9)
        ranked = sorted(inner, key=lambda c: (-self.dwelling(c) - 0.25 * dice.share(), c))
        wanted, low, high, seats = TOWNSHIPS[county], 3000.0, 16000.0, []
        town = min(mine, key=lambda c: (apart(c, cell_at(*HEARTS[county][0])) / 4e6 - self.dwelling(c), c))
        for _ in range(24):
            spread = (low + high) / 2
            seats = [town]
            for cell in ranked:
                if len(seats) > wanted:
                    break
                if all(apart(cell, s) > spread * spread for s in seats):
                    seats.append(cell)
            if len(seats) == wanted:
                break
            low, high = (spread, high) if len(seats) > wanted else (low, spread)
        assert len(seats) == wanted, (county, len(seats))
        names = [f"{county}{k}" for k in range(wanted)]
        self.seats.update(dict(zip(names, seats)))
        seeds = {seat: (name, 0.0 if k else -600.0) for k, (name, seat) in enumerate(zip(names, seats))}
        label = shared_out(self.cells, seeds, lambda c: self.county[c] == county)
        label = slipped(self.cells, label, 5, lambda c: self.county[c] == county, set(seats))
        for cell in mine:
            self.township[cell] = label[cell]
