# SPDX-License-Identifier: Apache-2.0
"""The lines between counties as one course each, with what they follow and the stones that stand along them."""
import math

from .grid import DX, DY, NX, STEP
from .lattice import edge_cells

EAST_M, NORTH_M = DX / STEP, DY / STEP  # metres in a degree
LINES = {("A", "B"): "临棠线", ("A", "C"): "临云线", ("B", "C"): "棠云线"}
CODES = {("A", "B"): "2122", ("A", "C"): "2123", ("B", "C"): "2223"}
SECTORS = ["东", "东偏东北", "东北", "北偏东北", "北"]
TANGENTS = [0.19891236737965800, 0.66817863791929892, 1.4966057626654890, 5.0273394921258481]  # of 11.25°, 33.75°, 56.25°, 78.75°


def metres(a, b):
    x, y = (b[0] - a[0]) * EAST_M, (b[1] - a[1]) * NORTH_M
    return math.sqrt(x * x + y * y)


def offset(position, east_m, north_m, decimals=8):
    return round(position[0] + east_m / EAST_M, decimals), round(position[1] + north_m / NORTH_M, decimals)


def heading(a, b):
    """The sector of the 16-point rose that leads from a to b."""
    x, y = (b[0] - a[0]) * EAST_M, (b[1] - a[1]) * NORTH_M
    step = sum(abs(y) >= t * abs(x) for t in TANGENTS)
    word = SECTORS[step]
    if y < 0:
        word = word.replace("北", "南")
    return word.replace("东", "西") if x < 0 else word


class Stone:
    def __init__(self, at, course_index, serial, kind):
        self.at, self.index, self.serial, self.kind = at, course_index, serial, kind


class CountyLine:
    """One line from its western end to its eastern: positions, and for each step whether it runs along water and
    between which townships."""

    def __init__(self, ground, pair):
        self.pair, self.name, self.code = pair, LINES[pair], CODES[pair]
        chain = ground.claims.border[pair]
        steps = {}
        for (posts, (water, river, rank, sides, claimed)), course in zip(ground.arcs.chains, ground.arcs.courses):
            if len(sides) == 2 and {s[0] for s in sides} == set(pair):
                down = ground.waters.receiver[posts[0]] == posts[1]
                steps[posts[0], posts[1]] = (posts, water and rank >= 1, river, course, down, sides)
                steps[posts[-1], posts[-2]] = (posts[::-1], water and rank >= 1, river, course[::-1], not down, sides)
        self.positions, self.water, self.nodes, self.crest, self.down, self.towns = [], [], [0], [], [], []
        at = 0
        while at + 1 < len(chain):
            posts, water, river, course, down, sides = steps[chain[at], chain[at + 1]]
            self.positions += course[:-1]
            rise = sum(ground.claims.walker.crest(p) for p in posts) / len(posts)
            self.water += [river if water else None] * (len(course) - 1)
            self.crest += [rise] * (len(course) - 1)
            self.down += [down] * (len(course) - 1)
            self.towns += [sides] * (len(course) - 1)
            at += len(posts) - 1
            self.nodes.append(len(self.positions))
        self.positions.append(course[-1])
        if self.positions[0][0] > self.positions[-1][0]:
            last = len(self.positions) - 1
            self.positions, self.water, self.crest = self.positions[::-1], self.water[::-1], self.crest[::-1]
            self.nodes = [last - n for n in self.nodes[::-1]]
            self.down = [not down for down in self.down[::-1]]
            self.towns = self.towns[::-1]
        self.length = sum(metres(a, b) for a, b in zip(self.positions, self.positions[1:]))

    def stones(self, spacing, junction_first):
        """Where stones stand: about every `spacing` metres at a turning point, double where the line is in the water."""
        found, since, serial = [], spacing * 0.6, 1 if not junction_first else 1
        for k in range(1, len(self.positions) - 1):
            since += metres(self.positions[k - 1], self.positions[k])
            rest = sum(metres(a, b) for a, b in zip(self.positions[k:], self.positions[k + 1:]))
            if since >= spacing and rest > spacing * 0.5:
                wet = self.water[k - 1] is not None and self.water[k] is not None
                found.append(Stone(self.positions[k], k, serial, "double" if wet else "single"))
                serial, since = serial + 1, 0.0
        return found


def side_of(ground, line, stone):
    """Unit vector to the left of the line at a stone, and which county lies there."""
    a, b = line.positions[stone.index - 1], line.positions[stone.index + 1]
    x, y = (b[0] - a[0]) * EAST_M, (b[1] - a[1]) * NORTH_M
    size = math.sqrt(x * x + y * y)
    return -y / size, x / size


def left_county(ground, line):
    """The county on the left of the line in its direction, from the cells beside its first edge."""
    for posts, (_, _, _, sides, _) in ground.arcs.chains:
        if len(sides) == 2 and {s[0] for s in sides} == set(line.pair):
            course = ground.arcs.courses[[c for c, _ in ground.arcs.chains].index(posts)]
            if course[0] in line.positions and course[1] in line.positions:
                first, second = edge_cells((min(posts[0], posts[1]), max(posts[0], posts[1])))
                horizontal, ahead = abs(posts[1] - posts[0]) == 1, posts[1] > posts[0]
                left = first if (ahead if horizontal else not ahead) else second
                forward = line.positions.index(course[1]) > line.positions.index(course[0])
                county = ground.township[left][0]
                return county if forward else next(c for c in line.pair if c != county)
    raise AssertionError("no arc of the line")
