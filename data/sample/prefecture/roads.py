# SPDX-License-Identifier: Apache-2.0
"""Roads from seat to seat where the climb is least, and one expressway and one railway through the plain."""
import heapq

from .country import cell_at, place_of
from .dice import Fractal
from .grid import DX, DY, Grid, NX, NY
from .lattice import course_of, rounded


def post_of(cell):
    i, j = place_of(cell)
    return j * NX + i


class Roads:
    def __init__(self, ground):
        self.ground, self.grid = ground, Grid(1)
        self.height = ground.waters.height
        rough = Fractal("roads", 1)
        self.rough = [1 + 0.3 * rough(p % NX / 4, p // NX / 4) for p in range(NX * NY)]
        self.wet = {post for edge, area in ground.waters.edges.items() if area >= 1100 for post in edge}
        lake = set(ground.lake[1])
        self.lake = {p for c in lake for p in (post_of(c), post_of(c) + 1, post_of(c) + NX, post_of(c) + NX + 1)}
        self.list = self._network() + self._through()

    def price(self, post, other, far, climb):
        if other in self.lake:
            return 1e9
        rise = abs(self.height[other] - self.height[post])
        return far * self.rough[other] + climb * rise + rise * rise / far * climb * 3 + (
            500 if other in self.wet and post in self.wet else 120 if other in self.wet else 0)

    def spread(self, sources, climb, goal=None):
        cost, before, home, queue = {}, {}, {}, []
        for name, post in sorted(sources.items()):
            cost[post], home[post] = 0.0, name
            heapq.heappush(queue, (0.0, post))
        done = set()
        while queue:
            so_far, post = heapq.heappop(queue)
            if post in done:
                continue
            done.add(post)
            if post == goal:
                break
            for other, far in self.grid.near[post]:
                price = so_far + self.price(post, other, far, climb)
                if price < cost.get(other, 1e18):
                    cost[other], before[other], home[other] = price, post, home[post]
                    heapq.heappush(queue, (price, other))
        return cost, before, home

    @staticmethod
    def back(before, post):
        way = [post]
        while way[-1] in before:
            way.append(before[way[-1]])
        return way

    def _network(self):
        """The shortest tree over all seats, and some shortcuts; what joins county towns is a main road."""
        seats = {name: post_of(cell) for name, cell in self.ground.country.seats.items()}
        cost, before, home = self.spread(seats, 9.0)
        links = {}
        for post in sorted(cost):
            for other, far in self.grid.near[post]:
                if other in home and home[post] < home[other]:
                    total = cost[post] + cost[other] + self.price(post, other, far, 9.0)
                    pair = (home[post], home[other])
                    if total < links.get(pair, (1e18,))[0]:
                        links[pair] = (total, post, other)
        group, tree, extra = {name: name for name in seats}, [], []

        def root(name):
            while group[name] != name:
                name = group[name]
            return name
        for pair, (total, post, other) in sorted(links.items(), key=lambda l: (l[1][0], l[0])):
            way = self.back(before, post)[::-1] + self.back(before, other)
            if root(pair[0]) != root(pair[1]):
                group[root(pair[0])] = root(pair[1])
                tree.append((pair, way))
            elif total < 16000 and pair[0][0] == pair[1][0]:
                extra.append((pair, way))
        main = self._between(tree, ["A0", "B0", "C0"])
        roads = []
        for number, (pair, way) in enumerate(sorted(tree + extra[:14])):
            grade = "main" if pair in main else "county"
            name = "示例S99线" if grade == "main" else f"示例X{number + 1:03d}线"
            roads.append((grade, name, way))
        return roads

    @staticmethod
    def _between(tree, towns):
        near = {}
        for pair, _ in tree:
            near.setdefault(pair[0], []).append(pair[1])
            near.setdefault(pair[1], []).append(pair[0])
        found = set()
        for goal in towns[1:]:
            stack, seen = [(towns[0], [])], {towns[0]}
            while stack:
                name, way = stack.pop()
                if name == goal:
                    found.update(way)
                    break
                for other in sorted(near[name]):
                    if other not in seen:
                        seen.add(other)
                        stack.append((other, way + [tuple(sorted((name, other), key=lambda n: n))]))
        return found | {(b, a) for a, b in found}

    def _through(self):
        out = []
        for grade, name, stops in (("expressway", "示例高速", [(4, 196), (140, 158), (255, 245), (371, 262)]),
                                   ("railway", "示例铁路", [(4, 172), (156, 154), (266, 228), (371, 240)])):
            way = []
            for a, b in zip(stops, stops[1:]):
                start, goal = a[1] * NX + a[0], b[1] * NX + b[0]
                _, before, _ = self.spread({"from": start}, 5.0, goal)
                way += self.back(before, goal)[::-1][1 if way else 0:]
            out.append((grade, name, way))
        return out

    def courses(self):
        return [(grade, name, course_of(rounded(way, 3, False), 0.15, 5)) for grade, name, way in self.list]
