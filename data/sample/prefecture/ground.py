# SPDX-License-Identifier: Apache-2.0
"""The map of 1 January 2001 put together: townships with their shared borders, rivers with names, the lake."""
from .claims import Claims
from .country import WIDTH, Country, apart, cell_at, place_of
from .dice import Noise
from .grid import DX, DY, NX, NY
from .lattice import Arcs, degrees, all_edges, cell_count, edge_cells, rings
from .names import RIVERS, TOWNSHIPS
from .settle import settle
from .waters import BROOK, STREAM, Waters

VILLAGES = 500
ENCLAVE = ("B", "A")  # ground of a township of B inside a township of A


class Ground:
    def __init__(self, terrain):
        self.waters = Waters(terrain)
        terrain.height = self.waters.height
        self.terrain = terrain
        self.country = Country(terrain, self.waters)
        self.township = self.country.township
        self.names = self._names()
        self.enclave = self._enclave()
        self.river_of = self._rivers()
        self.arcs = self._arcs()
        self.lines = list(zip([chain for chain, _ in self.arcs.chains], self.arcs.courses))
        self.lake = self._lake()
        self.lake_name = self.names[self.township[self.lake[1][0]]][:-1] + "水库"
        self.villages = settle(self.country, {t: (self.country.seats[t], n) for t, n in self.names.items()}, VILLAGES, (),
                               set(self.lake[1]) | self._handed_over())

    def _names(self):
        names = {}
        for county, wanted in TOWNSHIPS.items():
            mine = sorted((t for t in self.country.seats if t[0] == county and t != county + "0"),
                          key=lambda t: (self.country.cells.height[self.country.seats[t]], t))
            names[county + "0"] = wanted[0]
            names.update(zip(mine, wanted[1:]))
        return names

    def _enclave(self):
        """A piece of a township some way inside the neighbour county: (cells, owner)."""
        owner_county, host_county = ENCLAVE
        border = sorted({c for c in range(cell_count()) if self.township[c] and self.township[c][0] == owner_county and
                         any((self.township[o] or "-")[0] == host_county for o, _, _ in self.country.cells.near(c))})
        best = None
        for cell in range(cell_count()):
            if (self.township[cell] or "-")[0] != host_county or cell % 7 or self.country.slope[cell] > 0.12:
                continue
            i, j = place_of(cell)
            around = {self.township[cell_at(i + a, j + b)] for a in range(-9, 10, 3) for b in range(-9, 10, 3)
                      if 0 <= i + a < WIDTH and 0 <= j + b < NY - 1}
            if len(around) > 1:
                continue
            near = min(border, key=lambda c: (apart(c, cell), c))
            far = apart(near, cell)
            if 1800.0 ** 2 < far < 3200.0 ** 2 and (best is None or self.country.dwelling(cell) > best[0]):
                best = (self.country.dwelling(cell), cell, self.township[near])
        _, centre, owner = best
        rough, (i, j) = Noise("enclave"), place_of(centre)
        cells = [cell_at(i + a, j + b) for a in range(-6, 7) for b in range(-6, 7)
                 if a * a * DX * DX + b * b * DY * DY < (700 + 220 * rough((i + a) / 3, (j + b) / 3)) ** 2]
        for cell in cells:
            self.township[cell] = owner
        return cells, owner

    def _rivers(self):
        """River of each edge of water, by number; 0 is the longest trunk. Brooks have None."""
        up = {}
        w = self.waters
        for post in w.order:
            if w.receiver[post] != post and w.area[post] >= BROOK:
                up.setdefault(w.receiver[post], []).append(post)
        rivers, river_of = [], {}
        heads = [(w.area[s], s, m) for m in sorted(w.mouths) for s in up.get(m, [])]
        while heads:
            heads.sort(key=lambda h: (h[0], -h[1]))
            _, post, below = heads.pop()
            number = len(rivers) if w.area[post] >= STREAM else None
            size = w.area[post]
            while True:
                river_of[min(post, below), max(post, below)] = number if w.area[post] >= STREAM else None
                above = sorted(up.get(post, []), key=lambda p: (-w.area[p], p))
                if not above:
                    break
                heads += [(w.area[p], p, post) for p in above[1:]]
                post, below = above[0], post
            if number is not None:
                rivers.append(size)
        self.river_sizes = rivers
        return river_of

    def _arcs(self):
        self.claims = Claims(self.township, self.country.cells)
        claimed = self.claims.edges()
        kinds = {}
        for edge in all_edges():
            sides = sorted(str(self.township[c]) if c is not None else "None" for c in edge_cells(edge))
            water = edge in self.waters.edges
            if sides[0] != sides[1] or water or edge in claimed:
                river = self.river_of[edge] if water else None
                rank = self.waters.rank(self.waters.edges[edge]) if water else None
                kinds[edge] = (water, -1 if river is None else river, -1 if rank is None else rank,
                               tuple(sides) if sides[0] != sides[1] else (), claimed.get(edge, ()))
        return Arcs(kinds)

    def position_of(self, post):
        """Where a post that some line passes or meets lies on the finished map."""
        for chain, course in self.lines:
            if post in (chain[0], chain[-1]):
                return course[0] if post == chain[0] else course[-1]
        return degrees(post % NX, post // NX)

    def rings_of(self, holds):
        """Outer rings and holes of the cells whose township `holds`, as polygons."""
        return polygons(rings(self.lines, lambda c: self.township[c] is not None and holds(self.township[c])))

    def rivers(self):
        """(number, rank, course downstream) of each reach; number -1 for a brook."""
        out = []
        for (chain, (water, river, rank, _, _)), course in zip(self.arcs.chains, self.arcs.courses):
            if not water:
                continue
            down = self.waters.receiver[chain[0]] == chain[1]
            out.append((river, rank, chain if down else chain[::-1], course if down else course[::-1]))
        return out

    def river_name(self, number):
        return RIVERS[number] if 0 <= number < len(RIVERS) else ""

    def _lake(self):
        """(level in metres, cells, post of the dam): the best place for a dam inside the prefecture."""
        w, h, best = self.waters, self.country.cells.height, None
        seats = set(self.country.seats.values())
        for (a, b), area in sorted(w.edges.items()):
            if not 1500 < area < 5200 or (a + b) % 3:
                continue
            dam = a if w.receiver[a] == b else b
            level = w.height[dam] + 34
            here = [c for c in edge_cells((a, b)) if c is not None]
            if any(self.township[c] is None for c in here) or len({self.township[c] for c in here}) > 1:
                continue
            above = self._drains_through(dam)
            pool = {c for c in above if h[c] < level}
            joined, stack = set(), [c for c in pool if any(o in here for o, _, _ in self.country.cells.near(c)) or c in here]
            while stack:
                cell = stack.pop()
                if cell not in joined:
                    joined.add(cell)
                    stack += [o for o, _, _ in self.country.cells.near(cell) if o in pool and o not in joined]
            homes = {self.township[c] for c in joined}
            if None in homes or joined & seats or not 90 < len(joined) < 260 or len({t[0] for t in homes}) > 1:
                continue
            score = len(joined) / (len(homes) + 1)
            if best is None or score > best[0]:
                best = (score, level, sorted(joined), dam)
        return best[1:]

    def _handed_over(self):
        """Cells between the old line and the one agreed in 2009: nobody lives there, so no village changed sides."""
        way, border = self.claims.lines["settled-final"], self.claims.border["A", "B"]
        a, b = sorted((border.index(way[0]), border.index(way[-1])))
        part = border[a:b + 1]
        ring = way + (part[::-1] if part[0] == way[0] else part)[1:]
        ring = [(float(p % NX), float(p // NX)) for p in ring]
        return {c for c in range(cell_count()) if holds(ring, c % WIDTH + 0.5, c // WIDTH + 0.5)}

    def _drains_through(self, dam):
        """Cells whose north-west post drains through the dam."""
        w, found, stack = self.waters, set(), [dam]
        ups = self.__dict__.setdefault("_ups", None)
        if ups is None:
            ups = self._ups = {}
            for post, to in enumerate(w.receiver):
                if to != post:
                    ups.setdefault(to, []).append(post)
        while stack:
            post = stack.pop()
            i, j = post % NX, post // NX
            if i < WIDTH and j < NY - 1:
                found.add(cell_at(i, j))
            stack += ups.get(post, [])
        return found


def area_of(ring):
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(ring, ring[1:])) / 2


def holds(ring, x, y):
    hit = False
    for (x0, y0), (x1, y1) in zip(ring, ring[1:]):
        if (y0 > y) != (y1 > y) and x < x0 + (y - y0) * (x1 - x0) / (y1 - y0):
            hit = not hit
    return hit


def polygons(found):
    """Rings sorted into polygons: each outer ring with the holes in it, largest first."""
    outer = sorted((r for r in found if area_of(r) > 0), key=lambda r: -area_of(r))
    out = [[r] for r in outer]
    for hole in (r for r in found if area_of(r) < 0):
        x = (hole[0][0] + hole[1][0]) / 2
        y = (hole[0][1] + hole[1][1]) / 2
        home = min((p for p in out if holds(p[0], x, y) or hole[0] in p[0]), key=lambda p: area_of(p[0]))
        home.append(hole)
    return out
