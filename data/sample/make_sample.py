#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Makes the sample "Maine-et-Loire" from public registers; users do not need it, the result is shipped.

  make_sample.py DATA PACKAGE

DATA    folder with fr-communes.geojson.gz, fr-history.json.gz and fr-places.csv.gz
PACKAGE unpacked npm package @etalab/decoupage-administratif 0.7.0 (arrondissement of each commune)

Hazard zones and cemeteries have no free source for this department: they are generated, with a fixed seed,
and every one of them says so in `source`. Python's standard library only; the same input gives the same bytes.
"""
import csv
import gzip
import json
import math
import pathlib
import random
import sys
import unicodedata

DEPARTMENT = "49"
COVERAGE_DAY = "2018-01-01"
HISTORY_SINCE = "2010-01-01"
REGISTER_BEGINS = "1943-01-01"  # INSEE's register of communes starts that day; older dates are not known
GENERATED = "generated for demonstration"
here = pathlib.Path(__file__).parent / "maine-et-loire"


def write_csv(name, columns, rows):
    with open(here / name, "w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(columns)
        writer.writerows(rows)
    print(f"{name}: {len(rows)} rows")


def write_geojson(name, features):
    """One feature a line, so that a change can be read in a diff."""
    lines = ",\n".join(json.dumps(f, ensure_ascii=False, separators=(",", ":")) for f in features)
    (here / name).write_text('{"type":"FeatureCollection","features":[\n' + lines + "\n]}\n", encoding="utf-8")
    print(f"{name}: {len(features)} features")


def feature(geometry, **properties):
    return {"type": "Feature", "properties": properties, "geometry": geometry}


# --- registers -------------------------------------------------------------------------------------------------

def make_units(package):
    names = {u["code"]: u["nom"] for u in package["arrondissements"] if u["departement"] == DEPARTMENT}
    rows = [(DEPARTMENT, "Maine-et-Loire", "", 2, "department")]
    rows += [(code, name, DEPARTMENT, 3, "arrondissement") for code, name in sorted(names.items())]
    write_csv("units.csv", ["code", "name", "parent", "level", "kind"], rows)


def make_communes(communes, package):
    arrondissement = {}
    for unit in package["communes"]:  # a commune that has ended since stands there as "déléguée"
        if unit.get("departement") == DEPARTMENT:
            if unit["type"] == "commune-actuelle" or unit["code"] not in arrondissement:
                arrondissement[unit["code"]] = unit["arrondissement"]
    write_geojson("communes.geojson", [
        feature(c["geometry"], code=c["properties"]["code"], name=c["properties"]["name"],
                parent=arrondissement[c["properties"]["code"]], level=4, kind="commune")
        for c in communes])


def make_history(states):
    by_id = {s["id"]: s for s in states}

    def successor(state):
        """Code of the commune that holds the ground afterwards: the register names it by steps."""
        step = by_id.get(state.get("successeur", ""))
        while step and step["type"] != "COM":
            step = by_id.get(step.get("pole") or step.get("successeur", ""))
        return step["code"] if step else ""

    rows = {}
    for s in states:
        if s["type"] != "COM" or s.get("dateFin", "9999") < HISTORY_SINCE:
            continue
        heir = successor(s)
        if not s["code"].startswith(DEPARTMENT) and not (heir.startswith(DEPARTMENT) and s.get("dateFin")):
            continue
        first = s
        while True:  # a state of the same commune and name goes on: only the rank of its parts changed
            before = by_id.get(first.get("predecesseur", ""), {"type": ""})
            if before["type"] != "COM" or (before["code"], before["nom"]) != (s["code"], s["nom"]):
                break
            first = before
            rows.pop(before["id"], None)
        rows[s["id"]] = (s["code"], s["nom"], "commune", 4, first.get("dateDebut", REGISTER_BEGINS),
                         s.get("dateFin", ""), s.get("raisonFin", ""), heir)
    ordered = sorted(rows.values(), key=lambda r: (r[0], r[4]))
    write_csv("history.csv", ["code", "name", "kind", "level", "valid_from", "valid_until", "end_reason", "successor"],
              ordered)
    held = sum(1 for r in ordered if r[0].startswith(DEPARTMENT) and r[4] <= COVERAGE_DAY and not "" < r[5] <= COVERAGE_DAY)
    print(f"  communes of the department on {COVERAGE_DAY}: {held}")


def make_places(lines):
    seen, rows = set(), []
    for row in csv.DictReader(lines):
        key = (row["place"], row["latitude"], row["longitude"])
        if row["province_code"] != DEPARTMENT or "CEDEX" in row["zipcode"] or key in seen:
            continue  # CEDEX: delivery codes of firms, not places
        seen.add(key)
        plain = unicodedata.normalize("NFD", row["place"]).encode("ascii", "ignore").decode().lower()
        local_id = row["zipcode"] + "-" + "-".join("".join(c if c.isalnum() else " " for c in plain).split())
        rows.append((local_id, row["place"], "fr", "populatedPlace", row["longitude"], row["latitude"], "GeoNames"))
    write_csv("places.csv", ["id", "name", "language", "type", "lon", "lat", "source"], sorted(rows))


# --- generated -------------------------------------------------------------------------------------------------

def wiggled(points, steps, spread, rng):
    """Midpoints moved sideways, `steps` times over: a plain line becomes a river."""
    for _ in range(steps):
        finer = [points[0]]
        for (x0, y0), (x1, y1) in zip(points, points[1:]):
            finer += [((x0 + x1) / 2, (y0 + y1) / 2 + rng.uniform(-spread, spread)), (x1, y1)]
        points, spread = finer, spread / 2
    return points


def swaying(count, rng):
    """Numbers around 1 that change little from one to the next."""
    raw = [rng.uniform(0.55, 1.45) for _ in range(count + 4)]
    return [sum(raw[i:i + 5]) / 5 for i in range(count)]


def bank_strip(course, half_width, rng):
    """The ground within about `half_width` degrees of a course whose first coordinate grows: never crosses itself, and
    runs out in round ends."""
    last = len(course) - 1
    above, below = swaying(last + 1, rng), swaying(last + 1, rng)
    upper, lower = [], []
    for i, (x, y) in enumerate(course):
        to_end = min(1, min(i, last - i) / 4)
        width = half_width * math.sqrt(1 - (1 - to_end) ** 2)
        upper.append((x, y + width * above[i]))
        lower.append((x, y - width * below[i]))
    return lower + upper[-2:0:-1]


def blob(lon, lat, radius, rng):
    """A round patch with an uneven edge; radius in degrees of latitude."""
    ring, around = [], swaying(36, rng)
    long, three = rng.uniform(0, math.pi), rng.uniform(0, math.pi)  # which way it is long, and has three corners
    for k in range(36):
        angle = 2 * math.pi * k / 36
        r = radius * ((1 - k / 36) * around[k] + k / 36 * around[0])  # comes back to where it began
        r *= 1 + 0.24 * math.cos(2 * (angle - long)) + 0.13 * math.cos(3 * (angle - three))
        ring.append((lon + 1.48 * r * math.cos(angle), lat + r * math.sin(angle)))
    return ring


def polygon(ring):
    ring = [[round(x, 5), round(y, 5)] for x, y in ring]
    return {"type": "Polygon", "coordinates": [ring + ring[:1]]}


# Rough courses, enough to put the zones where floods are known: corner points, and whether it runs north-south.
RIVERS = [
    ("Loire", False, 0.028, 6, [(-1.38, 47.295), (-1.24, 47.345), (-1.06, 47.372), (-0.92, 47.402), (-0.86, 47.392), (-0.765, 47.356),
                                (-0.62, 47.415), (-0.52, 47.428), (-0.32, 47.405), (-0.23, 47.342), (-0.08, 47.262),
                                (0.04, 47.222), (0.13, 47.205)]),
    ("Loir", False, 0.010, 3, [(-0.52, 47.565), (-0.36, 47.578), (-0.25, 47.672), (-0.02, 47.69)]),
    ("Layon", False, 0.006, 3, [(-0.84, 47.372), (-0.80, 47.335), (-0.66, 47.285), (-0.50, 47.17), (-0.40, 47.085)]),
    ("Mayenne", True, 0.010, 2, [(-0.625, 47.415), (-0.575, 47.455), (-0.56, 47.485), (-0.60, 47.545), (-0.71, 47.64), (-0.69, 47.75)]),
    ("Sarthe", True, 0.011, 2, [(-0.563, 47.48), (-0.53, 47.505), (-0.52, 47.57), (-0.49, 47.68), (-0.40, 47.76)]),
]
SLOPES = [("Montsoreau", 0.055, 47.215), ("Souzay", -0.01, 47.235), ("Gennes", -0.23, 47.335), ("Savennières", -0.66, 47.385),
          ("La Haie-Longue", -0.70, 47.345), ("Montjean", -0.86, 47.385), ("Champtoceaux", -1.26, 47.335), ("Saint-Florent", -1.02, 47.36)]
FORESTS = [("Chandelais", -0.09, 47.52), ("Monnaie", -0.03, 47.44), ("Baugé", 0.03, 47.55), ("Milly", -0.17, 47.22),
           ("Fontevraud", 0.03, 47.18), ("Ombrée", -1.05, 47.70), ("Longuenée", -0.69, 47.57), ("Maulévrier", -0.74, 47.00),
           ("Brossay", -0.22, 47.13)]


def make_hazards():
    rng, zones = random.Random(49), []

    def add(kind, severity, name, ring):
        zones.append(feature(polygon(ring), id=f"{kind}-{len(zones) + 1:03d}", kind=kind, severity=severity,
                             name=f"{name} (demonstration)", source=GENERATED, valid_from=COVERAGE_DAY))

    for river, north_south, width, reaches, corners in RIVERS:
        course = [(y, x) for x, y in corners] if north_south else corners
        course = wiggled(course, 4, max(width / 3, 0.007), rng)
        size = (len(course) - 1) // reaches
        for reach in range(reaches):
            part = course[max(0, reach * size - 3):(reach + 1) * size + 1 + 3]  # reaches overlap
            for severity, share in ((1, 1.0), (2, 0.65), (3, 0.4), (4, 0.2)):
                ring = bank_strip(part, width * share, rng)
                add("flood", severity, f"{river} {reach + 1}", [(y, x) for x, y in ring] if north_south else ring)
    for place, lon, lat in SLOPES:
        for severity in range(2, rng.choice((3, 4)) + 1):
            add("landslide", severity, place, blob(lon, lat, 0.016 / severity, rng))
    for forest, lon, lat in FORESTS:
        add("wildfire", 1, forest, blob(lon, lat, 0.055, rng))
        add("wildfire", rng.choice((2, 3)), forest, blob(lon + 0.01, lat, 0.028, rng))
    write_geojson("hazards.geojson", zones)


def inside(ring, x, y):
    hit = False
    for (x0, y0), (x1, y1) in zip(ring, ring[1:]):
        if (y0 > y) != (y1 > y) and x < x0 + (y - y0) * (x1 - x0) / (y1 - y0):
            hit = not hit
    return hit


def make_cemeteries(communes):
    rng, rows = random.Random(4949), []
    for commune in sorted(rng.sample(communes, 150), key=lambda c: c["properties"]["code"]):
        geometry, code, name = commune["geometry"], commune["properties"]["code"], commune["properties"]["name"]
        ring = (geometry["coordinates"] if geometry["type"] == "Polygon" else geometry["coordinates"][0])[0]
        xs, ys = [p[0] for p in ring], [p[1] for p in ring]
        while True:
            lon, lat = round(rng.uniform(min(xs), max(xs)), 5), round(rng.uniform(min(ys), max(ys)), 5)
            if inside(ring, lon, lat):
                break
        kind = rng.choices(("cemetery", "columbarium", "welfare_plot", "crematorium"), (80, 12, 6, 2))[0]
        capacity = 0 if kind == "crematorium" else rng.randrange(80, 2400, 10)
        used = int(capacity * rng.uniform(0.35, 1.0))
        word = {"cemetery": "Cimetière", "columbarium": "Columbarium", "welfare_plot": "Carré communal",
                "crematorium": "Crématorium"}[kind]
        rows.append((f"c-{code}", kind, f"{word} de {name} (demonstration)", capacity, used, lon, lat, GENERATED, COVERAGE_DAY))
    write_csv("cemeteries.csv", ["id", "kind", "name", "capacity", "used", "lon", "lat", "source", "valid_from"], rows)


def main(data, package):
    data, package = pathlib.Path(data), pathlib.Path(package) / "data"
    everything = json.load(gzip.open(data / "fr-communes.geojson.gz"))["features"]
    communes = sorted((c for c in everything if c["properties"]["dep"] == DEPARTMENT), key=lambda c: c["properties"]["code"])
    registers = {name: json.loads((package / f"{name}.json").read_text()) for name in ("arrondissements", "communes")}
    make_units(registers)
    make_communes(communes, registers)
    make_history(json.load(gzip.open(data / "fr-history.json.gz")))
    make_places(gzip.open(data / "fr-places.csv.gz", "rt", encoding="utf-8"))
    make_hazards()
    make_cemeteries(communes)


if __name__ == "__main__":
    main(*sys.argv[1:])
