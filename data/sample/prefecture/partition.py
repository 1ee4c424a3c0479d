# SPDX-License-Identifier: Apache-2.0
"""Ground shared out between seats: first by how far it is over the hills, then borders slip to the nearest crest or
river, as borders do."""
import heapq

from .dice import Fractal
from .grid import DX, DY, NX, NY
from .lattice import cell_count


class Cells:
    """The cells between four posts: height, neighbours, and what it takes to cross from one to the next."""

    def __init__(self, terrain, river_edges):
        self.nx, self.ny = NX - 1, NY - 1
        h = terrain.height
        self.height = [(h[p] + h[p + 1] + h[p + NX] + h[p + NX + 1]) / 4
                       for p in (j * NX + i for j in range(self.ny) for i in range(self.nx))]
        self.river = river_edges
        self.crest = self._crest(7)
        rough = Fractal("rough going", 2)
        self.rough = [rough(c % self.nx / 6, c // self.nx / 6) for c in range(self.nx * self.ny)]

    def near(self, cell):
        """(neighbour, metres, edge between) to the west, east, north, south."""
        i, j = cell % self.nx, cell // self.nx
        post = j * NX + i
        if i > 0:
            yield cell - 1, DX, (post, post + NX)
        if i + 1 < self.nx:
            yield cell + 1, DX, (post + 1, post + 1 + NX)
        if j > 0:
            yield cell - self.nx, DY, (post, post + 1)
        if j + 1 < self.ny:
            yield cell + self.nx, DY, (post + NX, post + NX + 1)

    def _crest(self, reach):
        """How far each cell stands above the mean of its surroundings, by running sums."""
        nx, ny = self.nx, self.ny
        total = [[0.0] * (nx + 1) for _ in range(ny + 1)]
        for j in range(ny):
            row = 0.0
            for i in range(nx):
                row += self.height[j * nx + i]
                total[j + 1][i + 1] = total[j][i + 1] + row
        crest = []
        for j in range(ny):
            for i in range(nx):
                w, e, n, s = max(i - reach, 0), min(i + reach + 1, nx), max(j - reach, 0), min(j + reach + 1, ny)
                mean = (total[s][e] - total[n][e] - total[s][w] + total[n][w]) / ((e - w) * (s - n))
                crest.append(self.height[j * nx + i] - mean)
        return crest


def shared_out(cells, seeds, allowed, climb=14.0, ford=900.0):
    """Label of the seed that is nearest on foot for each allowed cell; seeds are {cell: (label, head start in metres)}."""
    label = [None] * cell_count()
    cost = {}
    queue = []
    for cell, (name, start) in sorted(seeds.items()):
        cost[cell] = start
        heapq.heappush(queue, (start, cell, name))
    while queue:
        so_far, cell, name = heapq.heappop(queue)
        if label[cell] is not None:
            continue
        label[cell] = name
        for other, far, edge in cells.near(cell):
            if label[other] is not None or not allowed(other):
                continue
            price = so_far + far * (1 + 0.7 * cells.rough[other]) + climb * abs(cells.height[other] - cells.height[cell])
            if edge in cells.river:
                price += ford * cells.river[edge]
            if price < cost.get(other, 1e18):
                cost[other] = price
                heapq.heappush(queue, (price, other, name))
    return label


def slipped(cells, label, reach, allowed, fixed=()):
    """Borders moved by up to `reach` cells to the crest or river nearby: a flood from what is surely inside."""
    depth = {}
    ring = [c for c in range(cell_count()) if label[c] is not None and
            any(label[o] is not None and label[o] != label[c] for o, _, _ in cells.near(c))]
    for step in range(reach):
        following = []
        for cell in ring:
            if cell in depth:
                continue
            depth[cell] = step
            following += [o for o, _, _ in cells.near(cell) if o not in depth and label[o] == label[cell]]
        ring = following
    out = list(label)
    for cell in depth:
        if cell not in fixed:
            out[cell] = None
    queue = []

    def push(cell, level, name):
        for other, _, edge in cells.near(cell):
            if out[other] is None and label[other] is not None and allowed(other):
                wall = 45.0 * cells.river[edge] if edge in cells.river else -1e9
                key = max(level, wall, cells.crest[other] + 9 * cells.rough[other] - 2.5 * depth[other])
                heapq.heappush(queue, (key, other, name))
    for cell in range(cell_count()):
        if out[cell] is not None:
            push(cell, -1e9, out[cell])
    while queue:
        level, cell, name = heapq.heappop(queue)
        if out[cell] is None:
            out[cell] = name
            push(cell, level, name)
    return whole(cells, out, label)


def whole(cells, label, before):
    """Drops what came off its seat: of each label the largest piece stays, crumbs go to the neighbour they touch most."""
    seen, pieces = [False] * cell_count(), {}
    for start in range(cell_count()):
        if seen[start] or label[start] is None:
            continue
        piece, stack = [], [start]
        seen[start] = True
        while stack:
            cell = stack.pop()
            piece.append(cell)
            for other, _, _ in cells.near(cell):
                if not seen[other] and label[other] == label[start]:
                    seen[other] = True
                    stack.append(other)
        pieces.setdefault(label[start], []).append(sorted(piece))
    out = list(label)
    for name in sorted(pieces):
        for piece in sorted(pieces[name], key=len)[:-1]:
            touch = {}
            for cell in piece:
                for other, _, _ in cells.near(cell):
                    if label[other] not in (None, name):
                        touch[label[other]] = touch.get(label[other], 0) + 1
            if touch:
                heir = max(sorted(touch), key=lambda n: touch[n])
                for cell in piece:
                    out[cell] = heir
    for cell, name in enumerate(before):
        if name is not None and out[cell] is None:
            out[cell] = name
    return out
