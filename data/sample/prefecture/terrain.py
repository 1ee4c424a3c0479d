# SPDX-License-Identifier: Apache-2.0
"""A landscape: ground is lifted, water carves it (stream-power law, solved implicitly from the mouth upwards as by
Braun and Willett 2013), and what comes out has real divides, valleys and a basin."""
import heapq
import math

from .dice import Dice, Fractal
from .grid import NX, NY, Grid

OUTLETS = [  # where water leaves the frame: side, from and to as shares of the side, height in metres
    ("east", 0.78, 0.84, 62), ("north", 0.30, 0.36, 330), ("west", 0.14, 0.20, 210), ("south", 0.06, 0.12, 130),
    ("east", 0.16, 0.22, 230)]


def outlets(grid):
    found = {}
    for side, low, high, height in OUTLETS:
        along = grid.nx if side in ("north", "south") else grid.ny
        for k in range(int(low * along), int(high * along) + 1):
            post = {"north": k, "south": (grid.ny - 1) * grid.nx + k, "west": k * grid.nx,
                    "east": k * grid.nx + grid.nx - 1}[side]
            found[post] = float(height)
    return found


def bump(x, low, high):
    """0 below low, 1 above high, smooth between."""
    t = min(max((x - low) / (high - low), 0.0), 1.0)
    return t * t * (3 - 2 * t)


def uplift(grid):
    """How fast the ground rises, metres in a step of time: mountains north, hills south-west, a basin between."""
    rough, broad = Fractal("uplift", 4), Fractal("broad", 2, ridged=True)
    field = []
    for j in range(grid.ny):
        v = 1 - j / (grid.ny - 1)
        for i in range(grid.nx):
            u = i / (grid.nx - 1)
            # the basin's axis runs from the west-north-west to the mouth in the east-south-east
            axis = 0.60 - 0.44 * u + 0.16 * rough(u * 2 + 9, v * 2)
            off = v - axis
            north = bump(off, 0.07, 0.42)
            south = bump(-off, 0.10, 0.34) * (0.75 - 0.45 * u)
            ranges = 0.65 + 0.45 * broad(u * 2.2 + 3, v * 2.2)
            knobs = 0.55 + 0.9 * abs(rough(u * 5 + 2, v * 5 + 4))
            value = 0.035 + (0.95 * north + 0.70 * south) * ranges * knobs
            field.append(max(value, 0.03))
    return field


def fill(grid, height, mouths):
    """Raises every pit to its rim and a little more (priority flood); water then always finds a way down."""
    filled = [0.0] * len(grid)
    done = [False] * len(grid)
    queue = []
    for post in mouths:
        done[post] = True
        filled[post] = height[post]
        queue.append((height[post], post))
    heapq.heapify(queue)
    while queue:
        level, post = heapq.heappop(queue)
        for other, far in grid.near[post]:
            if not done[other]:
                done[other] = True
                filled[other] = max(height[other], level + far * 1e-5)
                heapq.heappush(queue, (filled[other], other))
    return filled


def flow(grid, filled, mouths):
    """D8: for each post the one it drains to (itself at a mouth) and how far that is."""
    receiver, distance = list(range(len(grid))), [0.0] * len(grid)
    for post in range(len(grid)):
        if post in mouths:
            continue
        here, best = filled[post], 0.0
        for other, far in grid.near[post]:
            slope = (here - filled[other]) / far
            if slope > best:
                best, receiver[post], distance[post] = slope, other, far
    return receiver, distance


def accumulate(grid, filled, receiver):
    """Posts that drain through each post, itself counted; and the posts from the mouths upwards."""
    upwards = sorted(range(len(grid)), key=lambda p: (filled[p], p))
    area = [1] * len(grid)
    for post in reversed(upwards):
        if receiver[post] != post:
            area[receiver[post]] += area[post]
    return area, upwards


def erode(grid, height, lift, mouths, steps, strength, creep):
    cell = grid.dx * grid.dy
    for _ in range(steps):
        filled = fill(grid, height, mouths)
        receiver, distance = flow(grid, filled, mouths)
        area, upwards = accumulate(grid, filled, receiver)
        for post in upwards:
            to = receiver[post]
            if to == post:
                continue
            pull = strength * math.sqrt(area[post] * cell) / distance[post]
            height[post] = (filled[post] + lift[post] + pull * height[to]) / (1 + pull)
        height = [h if p in mouths else h + creep * (sum(height[o] for o, _ in grid.near[p]) / len(grid.near[p]) - h)
                  for p, h in enumerate(height)]
    return height


def finer(coarse, height, fine, reach, wave):
    """Heights of a finer grid, taken at places pushed aside by up to `reach` posts: straight valleys begin to wind."""
    east, south = Fractal(f"winding east {fine.scale}", 2), Fractal(f"winding south {fine.scale}", 2)
    ratio = coarse.scale / fine.scale
    out = []
    for j in range(fine.ny):
        for i in range(fine.nx):
            rim = min(i, j, fine.nx - 1 - i, fine.ny - 1 - j, 8) / 8
            x = min(max((i + reach * rim * east(i / wave, j / wave)) / ratio, 0.0), coarse.nx - 1.001)
            y = min(max((j + reach * rim * south(i / wave, j / wave)) / ratio, 0.0), coarse.ny - 1.001)
            a, b = int(x), int(y)
            s, t, p = x - a, y - b, int(y) * coarse.nx + int(x)
            out.append((height[p] * (1 - s) + height[p + 1] * s) * (1 - t) +
                       (height[p + coarse.nx] * (1 - s) + height[p + coarse.nx + 1] * s) * t)
    return out


class Terrain:
    """Heights in whole metres at every post, where water runs, and how much."""

    def __init__(self):
        grid = Grid(4)
        dice = Dice("first ground")
        folds = Fractal("first folds", 4)
        height = [260 + 220 * folds(p % grid.nx / 16, p // grid.nx / 16) + 20 * dice.share() for p in range(len(grid))]
        for scale, steps, lift_m, strength, creep in ((4, 260, 6.5, 0.012, 0.015), (2, 8, 6.5, 0.012, 0.02), (1, 2, 6.5, 0.012, 0.06)):
            if grid.scale != scale:
                fine = Grid(scale)
                rough = Fractal(f"detail {scale}", 3)
                height = finer(grid, height, fine, *((5.0, 15) if scale == 2 else (5.0, 13)))
                grid = fine
                height = [h + rough((p % grid.nx) * scale / 11, (p // grid.nx) * scale / 11) * min(14.0, 5 + max(h - 90, 0) / 14) * (scale + 1) / 2
                          for p, h in enumerate(height)]
            mouths = outlets(grid)
            for post, level in mouths.items():
                height[post] = level
            lift = [lift_m * value for value in uplift(grid)]
            height = erode(grid, height, lift, mouths, steps, strength, creep)
        self.grid = grid
        assert (grid.nx, grid.ny) == (NX, NY)
        mouths = outlets(grid)
        filled = fill(grid, height, mouths)
        self.receiver, self.distance = flow(grid, filled, mouths)
        self.area, self.upwards = accumulate(grid, filled, self.receiver)
        self.height = filled
