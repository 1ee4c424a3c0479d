#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The work of bench_overlay by PostGIS, in one process: points to units, zones with units, unions of zones in units.

  tests/contract/with_postgis.py python3 tests/bench/overlay/peer_postgis.py COVERAGE.geojson[.gz] POINTS.csv [ZONES]

Seconds are the server's, of one process. Areas are in square degrees, as bench_overlay has GEOS's beside its own.
"""
import csv
import gzip
import io
import json
import os
import subprocess
import sys
import time


def rows_of(coverage):
    opener = gzip.open if coverage.endswith(".gz") else open
    with opener(coverage, "rt", encoding="utf-8") as file:
        for number, feature in enumerate(json.load(file)["features"]):
            yield number, json.dumps(feature["geometry"])


def main(coverage, points, zones=20000):
    psql = ["psql", "-X", "-q", "-A", "-t", "-v", "ON_ERROR_STOP=1", os.environ["MERESTONE_TEST_POSTGIS"]]

    def run(statement, given=None):
        done = subprocess.run(psql + ["-c", statement], input=given, capture_output=True, text=True)
        if done.returncode != 0:
            sys.exit("peer_postgis: " + done.stderr)
        return done.stdout.strip()

    def timed(what, statement):
        start = time.monotonic()
        result = run("set max_parallel_workers_per_gather = 0; " + statement)
        print(f"peer PostGIS: {what}: {result.replace('|', ', ')} in {time.monotonic() - start:.2f} s", flush=True)

    run("create extension if not exists postgis; create table raw(id int, shape text); create table pts(id int, x float8, y float8)")
    text = io.StringIO()
    csv.writer(text).writerows(rows_of(coverage))
    run("copy raw from stdin csv", text.getvalue())
    with open(points, encoding="utf-8") as file:
        run("copy pts from stdin csv header", file.read())
    run("create table units as select id, st_setsrid(st_geomfromgeojson(shape), 4326) as geom from raw; create index on units using gist (geom);"
        "alter table pts add column geom geometry(Point, 4326); update pts set geom = st_setsrid(st_makepoint(x, y), 4326);"
        f"create table zones as select id, st_buffer(geom, 0.01 * (1 + id % 5), 16) as geom from pts where id < {int(zones)};"
        "create index on zones using gist (geom)")
    run("vacuum analyze")
    timed("points in units", "select count(*) from pts p join units u on st_contains(u.geom, p.geom)")
    timed("zones with units, square degrees",
          "select count(*), sum(st_area(st_intersection(u.geom, z.geom))) from zones z join units u on st_intersects(u.geom, z.geom)")
    timed("units under zones, square degrees",
          "select count(*), sum(st_area(shape)) from (select st_union(st_intersection(u.geom, z.geom)) as shape"
          " from zones z join units u on st_intersects(u.geom, z.geom) group by u.id) as each_unit")


main(*sys.argv[1:])
