# SPDX-License-Identifier: Apache-2.0
"""The grid that everything stands on: posts with a height, cells between four posts."""
import math

WEST, NORTH, STEP = 111.8, 31.5, 0.0016  # degrees; the frame lies deep inside one real province, far from any line
NX, NY = 376, 313                          # posts; the first is the north-west corner, rows run south
DX, DY = 152.4, 177.4                      # metres from post to post at 31.25 degrees north (GRS 80)


def lon(i):
    return WEST + STEP * i


def lat(j):
    return NORTH - STEP * j


class Grid:
    """Posts in rows; `scale` posts of the finest grid from one post to the next."""

    def __init__(self, scale=1):
        self.scale = scale
        self.nx = (NX - 1) // scale + 1
        self.ny = (NY - 1) // scale + 1
        self.dx, self.dy = DX * scale, DY * scale
        diagonal = math.sqrt(self.dx * self.dx + self.dy * self.dy)
        self.steps = [(-1, -1, diagonal), (0, -1, self.dy), (1, -1, diagonal), (-1, 0, self.dx), (1, 0, self.dx),
                      (-1, 1, diagonal), (0, 1, self.dy), (1, 1, diagonal)]
        self.near = self._near()

    def __len__(self):
        return self.nx * self.ny

    def _near(self):
        """For each post its neighbours as (post, metres), always in the same order."""
        near = []
        for j in range(self.ny):
            for i in range(self.nx):
                near.append([((j + b) * self.nx + i + a, far) for a, b, far in self.steps
                             if 0 <= i + a < self.nx and 0 <= j + b < self.ny])
        return near
