# SPDX-License-Identifier: Apache-2.0
"""Rivers along the edges between posts, carved into the heights, and the lake behind a dam."""
import heapq

from .grid import DX, DY, NX, NY
from .terrain import outlets

BROOK, STREAM, RIVER, TRUNK = 260, 1100, 6000, 26000  # posts that drain through: 0.027 square kilometres each


class Waters:
    def __init__(self, terrain):
        self.mouths = outlets(terrain.grid)
        height = list(terrain.height)
        self._route(height)
        carved = [h - (2.0 if self.area[p] >= BROOK else 0.0) - (2.0 if self.area[p] >= RIVER else 0.0)
                  for p, h in enumerate(self.filled)]
        for post in self.order:  # from the mouths upwards: never lower than what it drains to
            to = self.receiver[post]
            if to != post and carved[post] <= carved[to] + 0.02:
                carved[post] = carved[to] + 0.02
        self.height = carved
        self.edges = {}
        for post, to in enumerate(self.receiver):
            if to != post and self.area[post] >= BROOK:
                self.edges[min(post, to), max(post, to)] = self.area[post]

    def _near(self, post):
        i, j = post % NX, post // NX
        if j > 0:
            yield post - NX, DY
        if i > 0:
            yield post - 1, DX
        if i + 1 < NX:
            yield post + 1, DX
        if j + 1 < NY:
            yield post + NX, DY

    def _route(self, height):
        """Four directions only, so that a border of cells can run along the water."""
        size = NX * NY
        self.filled, self.receiver = [0.0] * size, list(range(size))
        done, queue = [False] * size, []
        for post in sorted(self.mouths):
            done[post], self.filled[post] = True, height[post]
            heapq.heappush(queue, (height[post], post))
        while queue:
            level, post = heapq.heappop(queue)
            for other, far in self._near(post):
                if not done[other]:
                    done[other] = True
                    self.filled[other] = max(height[other], level + far * 1e-5)
                    heapq.heappush(queue, (self.filled[other], other))
        for post in range(size):
            best = 0.0
            for other, far in self._near(post):
                slope = (self.filled[post] - self.filled[other]) / far
                if post not in self.mouths and slope > best:
                    best, self.receiver[post] = slope, other
        self.order = sorted(range(size), key=lambda p: (self.filled[p], p))
        self.area = [1] * size
        for post in reversed(self.order):
            if self.receiver[post] != post:
                self.area[self.receiver[post]] += self.area[post]

    def rank(self, area):
        """0 brook, 1 stream, 2 river, 3 trunk."""
        return (area >= STREAM) + (area >= RIVER) + (area >= TRUNK)

    def barriers(self):
        """What it takes to cross, by edge: 1 for a stream, 2 for a river, 3 for the trunk; brooks count little."""
        return {edge: (0.35, 1.0, 2.0, 3.0)[self.rank(area)] for edge, area in self.edges.items()}
