# SPDX-License-Identifier: Apache-2.0
"""Heights, water, roads, cover and hazards, as files."""
import math

from . import cover
from .files import SOURCE, feature, line, polygon
from .grid import DX, DY, NORTH, NX, NY, STEP, WEST
from .lattice import unwound
from .roads import Roads

EAST_M, NORTH_M = DX / STEP, DY / STEP  # metres in a degree
MOVED_M = 60.0
FLOODS = {100: (2, "百年一遇"), 20: (3, "二十年一遇")}


def write(folder, ground, history):
    folder.heights("dem.tif", heights(ground))
    courses = river_courses(ground)
    folder.features("rivers-2001.geojson", river_features(ground, courses, "2001-05-01", "2022-07-15"))
    folder.features("rivers-2024.geojson", river_features(ground, moved(ground, courses), "2022-07-15", ""))
    lake = cover.outline(ground.lake[1])
    ground.shore = lake[0][0]
    reach = moved_reach(ground)
    ground.reach_middle = reach[len(reach) // 2]
    folder.features("water.geojson", [feature(polygon(lake), id="reservoir-1", kind="reservoir", name=ground.lake_name,
                                              level_m=round(ground.lake[0], 1), valid_from="1978-05-01", source=SOURCE)])
    ground.roads = Roads(ground).courses()
    folder.features("roads.geojson", [feature(line(course, 5), id=f"road-{k + 1:03d}", kind=grade, name=name, source=SOURCE)
                                      for k, (grade, name, course) in enumerate(ground.roads)])
    ground.cover = cover.land_cover(ground)
    patches = []
    for kind, cells in sorted(ground.cover.items()):
        for part in cover.outline(cells, 5, 0.3, 25):
            patches.append(feature(polygon([part], 5), id=f"{kind}-{len(patches) + 1:03d}", kind=kind, source=SOURCE, valid_from="2020-12-31"))
    folder.features("landcover.geojson", patches)
    folder.features("hazards.geojson", hazard_features(ground))


def heights(ground):
    """Whole metres at the posts, pushed aside like everything else."""
    h, out = ground.waters.height, []
    for j in range(NY):
        for i in range(NX):
            x, y = unwound(float(i), float(j))
            a, b = min(int(x), NX - 2), min(int(y), NY - 2)
            s, t, p = x - a, y - b, b * NX + a
            value = (h[p] * (1 - s) + h[p + 1] * s) * (1 - t) + (h[p + NX] * (1 - s) + h[p + NX + 1] * s) * t
            out.append(int(value + 0.5))
    return out


def river_courses(ground):
    """{river: [(rank, course)]} downstream; reaches of one rank are joined. Brooks under -1, one by one."""
    by_river = {}
    for number, rank, chain, course in ground.rivers():
        by_river.setdefault(number, []).append((rank, chain, course))
    out = {}
    for number, reaches in sorted(by_river.items()):
        start = {chain[0]: (rank, chain, course) for rank, chain, course in reaches}
        ends = {chain[-1] for _, chain, _ in reaches}
        parts = []
        for first in sorted(p for p in start if p not in ends):
            rank, chain, course = start.pop(first)
            while chain[-1] in start:
                after = start.pop(chain[-1])
                if after[0] == rank:
                    course = course[:-1] + after[2]
                else:
                    parts.append((rank, course))
                    rank, course = after[0], after[2]
                chain = after[1]
            parts.append((rank, course))
        out[number] = parts
    return out


def moved_reach(ground):
    """Where the water left the line: the longest reach of a river that A and B share, as its course in 2001."""
    best = ()
    for (chain, (water, river, rank, sides, _)), course in zip(ground.arcs.chains, ground.arcs.courses):
        if water and rank >= 1 and len(sides) == 2 and {s[0] for s in sides} == {"A", "B"} and len(course) > len(best):
            best = course
    return best


def moved(ground, courses):
    """The courses after the flood of 2022: over half of that reach the water runs up to 60 m beside the old bed."""
    reach = moved_reach(ground)
    shift = {}
    for k in range(1, len(reach) - 1):
        share = k / (len(reach) - 1)
        if not 0.2 < share < 0.8:
            continue
        t = (0.5 - abs(share - 0.5)) / 0.3 - 2 / 3
        amount = MOVED_M * min(1.0, t * 4)
        dx, dy = (reach[k + 1][0] - reach[k - 1][0]) * EAST_M, (reach[k + 1][1] - reach[k - 1][1]) * NORTH_M
        size = math.sqrt(dx * dx + dy * dy)
        shift[reach[k]] = (round(reach[k][0] - dy / size * amount / EAST_M, 6), round(reach[k][1] + dx / size * amount / NORTH_M, 6))
    return {number: [(rank, [shift.get(p, p) for p in course]) for rank, course in parts] for number, parts in courses.items()}


def river_features(ground, courses, since, until):
    features = []
    for number, parts in sorted(courses.items()):
        name = ground.river_name(number)
        for rank, course in parts:
            kind = ("brook", "stream", "river", "river")[rank]
            features.append(feature(line(course), id=f"reach-{len(features) + 1:03d}", river=f"river-{number + 1:02d}" if number >= 0 else "",
                                    name=name, kind=kind, rank=rank, valid_from=since, valid_until=until, source=SOURCE))
    return features


def hazard_features(ground):
    features = []

    def add(kind, severity, name, shape, **more):
        features.append(feature(polygon(shape, 5), id=f"{kind}-{len(features) + 1:03d}", kind=kind, severity=severity,
                                name=f"{name}（示例）", source=SOURCE, **more))
    for river, years, cells in cover.floods(ground):
        severity, words = FLOODS[years]
        shape = cover.outline(cells, 4, 0.25, 12)
        if shape:
            add("flood", severity, f"{ground.river_name(river)}{words}淹没区", shape, return_period=years, valid_from="2024-06-01")
    for village, severity, cells in cover.slides(ground):
        shape = cover.outline(cells, 4, 0.2, 6)
        if shape:
            add("landslide", severity, f"{village.name}滑坡隐患区", shape, valid_from="2023-03-01")
    return features


def post_near(position):
    """The post of the grid nearest to a position on the finished map."""
    x, y = unwound((position[0] - WEST) / STEP, (NORTH - position[1]) / STEP)
    return min(max(int(y + 0.5), 0), NY - 1) * NX + min(max(int(x + 0.5), 0), NX - 1)
