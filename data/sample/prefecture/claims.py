# SPDX-License-Identifier: Apache-2.0
"""Lines that somebody claims, as walks along the edges of cells: they keep to crests, and cross the lines on record and
one another at single posts, so every crossing is a vertex of both."""
import heapq

from .dice import Fractal
from .grid import DX, DY, NX, NY
from .lattice import all_edges, edge_cells


def county_borders(township):
    """{pair of counties: edges}, and the posts where three counties meet."""
    borders, meet = {}, {}
    for edge in all_edges():
        pair = tuple(sorted({(township[c] or "-")[0] if c is not None else "-" for c in edge_cells(edge)}))
        if len(pair) == 2:
            borders.setdefault(pair, set()).add(edge)
            for post in edge:
                meet.setdefault(post, set()).update(pair)
    return borders, sorted(p for p, counties in meet.items() if len(counties - {"-"}) == 3)


def walk(edges, start):
    """Posts along a border from one of its ends."""
    at = {}
    for edge in edges:
        for post in edge:
            at.setdefault(post, []).append(edge)
    chain, used = [start], set()
    while True:
        ahead = sorted(e for e in at.get(chain[-1], []) if e not in used)
        if not ahead:
            return chain
        used.add(ahead[0])
        a, b = ahead[0]
        chain.append(b if a == chain[-1] else a)


class Walker:
    """Finds ways from post to post that like crests and shun posts in `dear` (post → factor)."""

    def __init__(self, cells):
        self.cells = cells
        self.rough = Fractal("ways of claims", 2)

    def crest(self, post):
        i, j = min(post % NX, NX - 2), min(post // NX, NY - 2)
        return self.cells.crest[j * (NX - 1) + i]

    def way(self, start, goal, dear, closed):
        cost, before, queue = {start: 0.0}, {}, [(0.0, start)]
        while queue:
            so_far, post = heapq.heappop(queue)
            if post == goal:
                way = [post]
                while way[-1] != start:
                    way.append(before[way[-1]])
                return way[::-1]
            if so_far > cost[post]:
                continue
            i, j = post % NX, post // NX
            for other, far, inside in ((post - 1, DX, i > 0), (post + 1, DX, i + 1 < NX),
                                       (post - NX, DY, j > 0), (post + NX, DY, j + 1 < NY)):
                edge = (min(post, other), max(post, other))
                if not inside or edge in closed:
                    continue
                price = so_far + far * (1 + max(0.0, 25 - self.crest(other)) / 25) * dear.get(other, 1.0) * (1.2 + self.rough(i / 5, j / 5))
                if price < cost.get(other, 1e18):
                    cost[other], before[other] = price, post
                    heapq.heappush(queue, (price, other))
        raise AssertionError("no way")

    def through(self, stops, dear, closed):
        way, closed = [stops[0]], set(closed)
        dear = dict(dear)
        for goal in stops[1:]:
            part = self.way(way[-1], goal, dear, closed)
            for a, b in zip(part, part[1:]):
                closed.add((min(a, b), max(a, b)))
            for post in part[:-1]:
                dear[post] = 1e6
            way += part[1:]
        assert len(set(way)) == len(way), "a claim that meets itself"
        return way


def post_at(i, j):
    return j * NX + i


def index(ratio, chain):
    return chain[int(ratio * (len(chain) - 1))]


class Claims:
    """Every claimed line by its id, as a walk of posts, and where it meets the lines on record."""

    def __init__(self, township, cells):
        borders, junctions = county_borders(township)
        self.junction = junctions[0]
        self.border = {pair: walk(self._reachable(borders[pair]), self.junction)
                       for pair in (("A", "B"), ("A", "C"), ("B", "C"))}
        self.walker = Walker(cells)
        self.closed = {edge for pair, edges in borders.items() for edge in edges}
        self.dear = {post: 6.0 for edge in self.closed for post in edge}
        self.lines = {}
        self._valley()
        self._junction()
        self._settled()

    def _reachable(self, edges):
        """The edges of a border that hang together with the tri-junction (an enclave's do not)."""
        at, found, stack = {}, set(), [self.junction]
        for edge in edges:
            for post in edge:
                at.setdefault(post, []).append(edge)
        while stack:
            for edge in at.get(stack.pop(), []):
                if edge not in found:
                    found.add(edge)
                    stack += edge
        return found

    def _draw(self, name, stops):
        way = self.walker.through(stops, self.dear, self.closed)
        self.lines[name] = way
        for a, b in zip(way, way[1:]):
            self.closed.add((min(a, b), max(a, b)))
        for post in way:
            self.dear[post] = max(self.dear.get(post, 1.0), 15.0)
        return way

    def _valley(self):
        """The open dispute of B and C: each claims the valley up to the far crest; in the middle neither goes so far."""
        border = self.border["B", "C"]
        first, last = border[26], post_at(*VALLEY["last"])
        last = min(border, key=lambda p: (abs(p % NX - last % NX) + abs(p // NX - last // NX), p))
        meet = [post_at(*p) for p in VALLEY["meet"]]
        for party, sides in (("B", VALLEY["north"]), ("C", VALLEY["south"])):
            inner = VALLEY["dip" if party == "B" else "rise"]
            stops = [first, *map(lambda p: post_at(*p), sides[0]), meet[0], post_at(*inner), meet[1],
                     *map(lambda p: post_at(*p), sides[1]), last]
            self._draw(f"valley-{party}", stops)

    def _junction(self):
        """The dispute of all three about where their lines meet."""
        ab, ac, bc = (self.border[p] for p in (("A", "B"), ("A", "C"), ("B", "C")))
        self._draw("junction-A", [ab[22], bc[11], ac[16]])
        self._draw("junction-B", [ab[28], ac[9], bc[17]])
        self._draw("junction-C", [ac[21], ab[11], bc[21]])

    def _settled(self):
        """Claims of A and B that an agreement put an end to."""
        ab = self.border["A", "B"]
        low, high = len(ab) * 52 // 100, len(ab) * 70 // 100
        middle = ab[(low + high) // 2]
        i, j = middle % NX, middle // NX
        self._draw("settled-A", [ab[low], post_at(i + 5, j + 5), ab[high]])
        self._draw("settled-B", [ab[low - 3], post_at(i - 5, j - 5), ab[high + 3]])
        self._draw("settled-final", [ab[low], post_at(i + 2, j + 2), ab[high]])

    def edges(self):
        """{edge: ids of the claims along it}."""
        found = {}
        for name, way in self.lines.items():
            for a, b in zip(way, way[1:]):
                found.setdefault((min(a, b), max(a, b)), []).append(name)
        return {edge: tuple(sorted(names)) for edge, names in found.items()}


VALLEY = {"last": (280, 156), "meet": [(249, 177), (261, 168)], "north": ([(243, 159), (251, 161)], [(269, 155)]),
          "south": ([(234, 178), (242, 184)], [(275, 168)]), "dip": (255, 174), "rise": (255, 170)}
