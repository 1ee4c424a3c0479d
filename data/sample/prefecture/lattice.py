# SPDX-License-Identifier: Apache-2.0
"""Lines along the edges of cells, cut where they meet, then rounded: a border and the river that it follows are one
and the same course, and neighbours share every vertex.

An edge is a pair of posts (a, b) with a < b. Smoothing keeps each arc within the cells that its edges touch; where
two arcs come out crossing all the same, both fall back to the curve through the middles of their edges, which cannot
cross (its pieces lie in the diamonds round the posts, and no two arcs have a post in common but their ends).
"""
from collections import defaultdict

from .dice import Noise
from .grid import NX, NY, STEP, WEST, NORTH

DECIMALS = 6


def cell_count():
    return (NX - 1) * (NY - 1)


def edge_cells(edge):
    """The cells on both sides of an edge, None for the outside of the frame."""
    a, b = edge
    i, j = a % NX, a // NX
    if b == a + 1:
        pair = ((i, j - 1), (i, j))
    else:
        pair = ((i - 1, j), (i, j))
    return [c[1] * (NX - 1) + c[0] if 0 <= c[0] < NX - 1 and 0 <= c[1] < NY - 1 else None for c in pair]


def all_edges():
    for j in range(NY):
        for i in range(NX):
            post = j * NX + i
            if i + 1 < NX:
                yield post, post + 1
            if j + 1 < NY:
                yield post, post + NX


def cut(kinds):
    """Chains of posts out of {edge: kind}: each of one kind, cut at every post where another begins or kinds change."""
    at = defaultdict(list)
    for edge in kinds:
        for post in edge:
            at[post].append(edge)

    def is_node(post):
        here = at[post]
        return len(here) != 2 or kinds[here[0]] != kinds[here[1]]

    used, chains = set(), []

    def walk(post, edge):
        chain = [post]
        while True:
            used.add(edge)
            post = edge[0] if edge[1] == post else edge[1]
            chain.append(post)
            if is_node(post) or post == chain[0]:
                return chain
            edge = next(e for e in at[post] if e != edge)

    for post in sorted(at):
        if is_node(post):
            chains += [(walk(post, edge), kinds[edge]) for edge in sorted(at[post]) if edge not in used]
    for edge in sorted(kinds):
        if edge not in used:
            chains.append((walk(edge[0], edge), kinds[edge]))
    return chains


def rounded(chain, passes, closed):
    """The chain as a smooth course in posts: ends kept, the rest averaged `passes` times."""
    points = [(float(p % NX), float(p // NX)) for p in chain]
    if closed:
        points.pop()
        for _ in range(passes):
            points = [tuple((points[k - 1][c] + 2 * points[k][c] + points[(k + 1) % len(points)][c]) / 4 for c in (0, 1))
                      for k in range(len(points))]
        return points + points[:1]
    for _ in range(passes):
        points = points[:1] + [tuple((points[k - 1][c] + 2 * points[k][c] + points[k + 1][c]) / 4 for c in (0, 1))
                               for k in range(1, len(points) - 1)] + points[-1:]
    return points


def middles(chain):
    points = [(float(p % NX), float(p // NX)) for p in chain]
    half = [((a[0] + b[0]) / 2, (a[1] + b[1]) / 2) for a, b in zip(points, points[1:])]
    return points[:1] + half + points[-1:]


def thinned(points, tolerance):
    """Douglas and Peucker, on posts."""
    if len(points) < 3:
        return points
    (x0, y0), (x1, y1) = points[0], points[-1]
    dx, dy = x1 - x0, y1 - y0
    far, worst = 0, -1.0
    for k in range(1, len(points) - 1):
        x, y = points[k][0] - x0, points[k][1] - y0
        span = dx * dx + dy * dy
        off = (x * dy - y * dx) ** 2 / span if span > 0 else x * x + y * y
        if off > worst:
            far, worst = k, off
    if worst <= tolerance * tolerance:
        return [points[0], points[-1]]
    return thinned(points[:far + 1], tolerance)[:-1] + thinned(points[far:], tolerance)


WIND = [(1.2, 4.5, Noise("wind east 1"), Noise("wind south 1")), (3.2, 15.0, Noise("wind east 2"), Noise("wind south 2"))]


def wound(x, y):
    """Where a place of the grid lies in the end: everything is pushed a little aside, smoothly and one to one (the
    pushes change by less than a post from post to post), so that nothing runs straight along a row of posts."""
    rim = min(x, y, NX - 1 - x, NY - 1 - y, 8.0) / 8
    for reach, wave, east, south in WIND:
        x, y = x + rim * reach * east(x / wave, y / wave), y + rim * reach * south(x / wave, y / wave)
    return x, y


def unwound(x, y):
    """The place of the grid that comes to lie at (x, y)."""
    u, v = x, y
    for _ in range(8):
        a, b = wound(u, v)
        u, v = min(max(u + x - a, 0.0), NX - 1.0), min(max(v + y - b, 0.0), NY - 1.0)
    return u, v


def to_degrees(points, decimals=DECIMALS):
    return [(round(WEST + STEP * x, decimals), round(NORTH - STEP * y, decimals)) for x, y in points]


def degrees(x, y, decimals=DECIMALS):
    return to_degrees([wound(x, y)], decimals)[0]


def course_of(points, tolerance, decimals=DECIMALS):
    """Points of the grid as a finished course: pushed aside, thinned, in degrees."""
    points = [wound(x, y) for x, y in points]
    if points[0] == points[-1]:
        half = len(points) // 2
        return to_degrees(thinned(points[:half + 1], tolerance)[:-1] + thinned(points[half:], tolerance), decimals)
    return to_degrees(thinned(points, tolerance), decimals)


def side(a, b, c):
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])


def cross(a, b, c, d):
    """Whether two segments meet elsewhere than at a shared end."""
    if a in (c, d) or b in (c, d):
        shared = a if a in (c, d) else b
        p, q = (b if shared == a else a), (d if shared == c else c)
        if p == q:
            return True
        lies_on = side(shared, p, q) == 0
        return lies_on and (p[0] - shared[0]) * (q[0] - shared[0]) + (p[1] - shared[1]) * (q[1] - shared[1]) > 0
    s, t, u, v = side(a, b, c), side(a, b, d), side(c, d, a), side(c, d, b)
    if s * t < 0 and u * v < 0:
        return True

    def between(p, q, r):
        return min(p[0], q[0]) <= r[0] <= max(p[0], q[0]) and min(p[1], q[1]) <= r[1] <= max(p[1], q[1])
    return (s == 0 and between(a, b, c)) or (t == 0 and between(a, b, d)) or (u == 0 and between(c, d, a)) or (v == 0 and between(c, d, b))


def crossings(lines):
    """Pairs of lines (by index, also a line with itself) that meet elsewhere than at their vertices in common."""
    size = STEP
    buckets = defaultdict(list)
    for number, line in enumerate(lines):
        for k, (a, b) in enumerate(zip(line, line[1:])):
            for x in range(int((min(a[0], b[0]) - WEST) // size), int((max(a[0], b[0]) - WEST) // size) + 1):
                for y in range(int((NORTH - max(a[1], b[1])) // size), int((NORTH - min(a[1], b[1])) // size) + 1):
                    buckets[x, y].append((number, k, a, b))
    found = set()
    for bucket in buckets.values():
        for m, (n1, k1, a, b) in enumerate(bucket):
            for n2, k2, c, d in bucket[m + 1:]:
                if (n1, k1) != (n2, k2) and (n1, n2) not in found and cross(a, b, c, d):
                    found.add((n1, n2))
    return found


class Arcs:
    """All lines of a map: chains with their kind, and the course of each in degrees."""

    def __init__(self, kinds, passes=4, tolerance=0.12):
        self.chains = cut(kinds)
        self.courses = []
        for chain, _ in self.chains:
            self.courses.append(course_of(rounded(chain, passes, chain[0] == chain[-1]), tolerance))
        for _ in range(6):
            bad = {n for pair in crossings(self.courses) for n in pair}
            if not bad:
                return
            for n in bad:
                self.courses[n] = course_of(middles(self.chains[n][0]), 0)
        raise AssertionError(f"arcs {sorted(bad)} cross")


def rings(arcs, inside):
    """Rings around the cells for which `inside(cell)` holds, ground on the left, put together from arcs.

    `arcs` is [(chain, course)…]; those with the same answer on both sides are left out.
    """
    starts = defaultdict(list)
    for chain, course in arcs:
        cells = edge_cells((min(chain[0], chain[1]), max(chain[0], chain[1])))
        sides = [c is not None and inside(c) for c in cells]
        if sides[0] == sides[1]:
            continue
        # cells = (north, south) of a horizontal edge, (west, east) of a vertical one; heading east or south, the first
        # lies on the left when heading east, on the right when heading south
        horizontal = abs(chain[1] - chain[0]) == 1
        ahead = chain[1] > chain[0]
        left_is_first = ahead if horizontal else not ahead
        if sides[0] != left_is_first:
            chain, course = chain[::-1], course[::-1]
        starts[chain[0]].append((chain, course))
    found = []
    while starts:
        post = min(starts)
        ring, first = [], post
        heading = None
        while True:
            choices = starts[post]
            pick = 0
            if len(choices) > 1 and heading is not None:  # keep to the ground: turn left as sharply as can be
                pick = min(range(len(choices)), key=lambda k: turn(heading, choices[k][0][:2]))
            chain, course = choices.pop(pick)
            if not choices:
                del starts[post]
            ring += course[:-1]
            heading = chain[-2:]
            post = chain[-1]
            if post == first:
                break
        found.append(ring + ring[:1])
    return found


def turn(incoming, outgoing):
    """0 left, 1 straight on, 2 right."""
    ax, ay = incoming[1] % NX - incoming[0] % NX, incoming[1] // NX - incoming[0] // NX
    bx, by = outgoing[1] % NX - outgoing[0] % NX, outgoing[1] // NX - outgoing[0] // NX
    return 1 + (ax * by - ay * bx)  # rows run south, so a positive product is a turn to the right
