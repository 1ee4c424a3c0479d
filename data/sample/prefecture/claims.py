# SPDX-License-Identifier: Apache-2.0
"""Lines that somebody claims, as walks along the edges of cells: they keep to crests, and meet the lines on record and
one another at single posts, so every crossing is a vertex of both.

A claim leaves a line on record for the ground of one county, comes back to it farther on, and only there may cross to
the other side: between two posts of that line it takes the ground of one party and nothing behind it.
"""
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


def enclosed(start, ground):
    """Posts of `ground` that can be reached from one of them."""
    found, stack = set(), [start]
    while stack:
        post = stack.pop()
        if post in ground and post not in found:
            found.add(post)
            stack += around(post)
    return found


class Walker:
    """Finds ways from post to post that like crests and shun posts in `dear` (post → factor)."""

    def __init__(self, cells):
        self.cells = cells
        self.rough = Fractal("ways of claims", 2)

    def crest(self, post):
        i, j = min(post % NX, NX - 2), min(post // NX, NY - 2)
        return self.cells.crest[j * (NX - 1) + i]

    def way(self, start, goal, dear, ground):
        """Through posts in `ground` only, but for both ends."""
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
            for other, far in ((post - 1, DX), (post + 1, DX), (post - NX, DY), (post + NX, DY)):
                if other not in ground and (other != goal or post == start):
                    continue
                i, j = other % NX, other // NX
                price = so_far + far * (1 + max(0.0, 25 - self.crest(other)) / 25) * dear.get(other, 1.0) * (1.2 + self.rough(i / 5, j / 5))
                if price < cost.get(other, 1e18):
                    cost[other], before[other] = price, post
                    heapq.heappush(queue, (price, other))
        raise AssertionError("no way")

    def through(self, stops, dear, ground):
        way, ground = [stops[0]], set(ground)
        for goal in stops[1:]:
            part = self.way(way[-1], goal, dear, ground)
            ground.difference_update(part)
            way += part[1:]
        assert len(set(way)) == len(way), "a claim that meets itself"
        return way


def post_at(i, j):
    return j * NX + i


def around(post):
    return post - 1, post + 1, post - NX, post + NX


def grounds(township, border):
    """{county: the posts in the midst of its cells}; those on the line to another county or the outside are in none."""
    found = {}
    for edge in all_edges():
        cell = edge_cells(edge)[0]
        home = township[cell] if cell is not None else None
        for post in edge:
            if home is not None and post not in border:
                found.setdefault(home[0], set()).add(post)
    return found


class Claims:
    """Every claimed line by its id, as a walk of posts, and where it meets the lines on record."""

    def __init__(self, township, cells):
        borders, junctions = county_borders(township)
        self.junction = junctions[0]
        self.border = {pair: walk(self._reachable(borders[pair]), self.junction)
                       for pair in (("A", "B"), ("A", "C"), ("B", "C"))}
        self.walker = Walker(cells)
        self.ground = grounds(township, {post for edges in borders.values() for edge in edges for post in edge})
        self.dear = {}
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

    def _at(self, pair, k):
        """The post of a border from which a claim can leave to either side: the first from its k-th on."""
        return next(p for p in self.border[pair][k:] if all(ground.intersection(around(p)) for ground in map(self.ground.get, pair)))

    def _near(self, pair, i, j):
        chain = self.border[pair]
        return self._at(pair, min(range(len(chain)), key=lambda k: abs(chain[k] % NX - i) + abs(chain[k] // NX - j)))

    def _draw(self, name, *legs):
        """A claim in legs, each (county, stops): the ground that it runs through, posts on a border at both ends."""
        way = []
        for county, stops in legs:
            way = way[:-1] + self.walker.through(stops, self.dear, self.ground[county].difference(way))
        self.lines[name] = way
        for post in way:
            self.dear[post] = 15.0

    def _leave(self, *names):
        """Ends a dispute: no claim of another one comes near its lines, so that they have no ground in common."""
        for name in names:
            for post in self.lines[name]:
                for ground in self.ground.values():
                    ground.difference_update((post, *around(post)))

    def _valley(self):
        """The open dispute of B and C: each claims the valley up to the far crest; in the middle neither goes so far."""
        pair = ("B", "C")
        ends, meet = ([self._near(pair, *VALLEY[key][k]) for k in (0, 1)] for key in ("ends", "meet"))
        for party, outer, inner in (("B", "C", "B"), ("C", "B", "C")):
            west, middle, east = ([post_at(*p) for p in part] for part in VALLEY[party])
            self._draw(f"valley-{party}", (outer, [ends[0], *west, meet[0]]), (inner, [meet[0], *middle, meet[1]]), (outer, [meet[1], *east, ends[1]]))
        self._leave("valley-B", "valley-C")

    def _junction(self):
        """The dispute of all three about where their lines meet."""
        ab, ac, bc = ("A", "B"), ("A", "C"), ("B", "C")
        for party, legs in (("A", (("B", (ab, 22), (bc, 11)), ("C", (bc, 11), (ac, 16)))),
                            ("B", (("A", (ab, 28), (ac, 9)), ("C", (ac, 9), (bc, 17)))),
                            ("C", (("A", (ac, 21), (ab, 11)), ("B", (ab, 11), (bc, 21))))):
            self._draw(f"junction-{party}", *((county, [self._at(*first), self._at(*last)]) for county, first, last in legs))
        self._leave("junction-A", "junction-B", "junction-C")

    def _settled(self):
        """Claims of A and B that an agreement put an end to: B kept most of what A claimed."""
        pair, count = ("A", "B"), len(self.border["A", "B"])
        low, high = count * 52 // 100, count * 70 // 100
        middle = self.border[pair][(low + high) // 2]
        i, j = middle % NX, middle // NX
        for name, county, first, aside, last in (("A", "B", low, 7, high), ("B", "A", low - 3, -5, high + 3)):
            self._draw(f"settled-{name}", (county, [self._at(pair, first), post_at(i + aside, j + aside), self._at(pair, last)]))
        halfway = post_at(i + 3, j + 3)
        self.ground["between"] = enclosed(halfway, self.ground["B"].difference(self.lines["settled-A"]))
        self._draw("settled-final", ("between", [self._at(pair, low + 3), halfway, self._at(pair, high - 3)]))

    def edges(self):
        """{edge: ids of the claims along it}."""
        found = {}
        for name, way in self.lines.items():
            for a, b in zip(way, way[1:]):
                found.setdefault((min(a, b), max(a, b)), []).append(name)
        return {edge: tuple(sorted(names)) for edge, names in found.items()}


VALLEY = {"ends": [(241, 167), (280, 156)], "meet": [(250, 169), (262, 170)],
          "B": [[(244, 157), (253, 159)], [(256, 172)], [(269, 154)]],
          "C": [[(234, 178), (242, 184)], [(257, 165)], [(277, 171)]]}
