# SPDX-License-Identifier: Apache-2.0
"""The smallest files of each format, made of bytes by the standard library alone, so that they can be broken."""
import json
import sqlite3
import struct


def square(lon, lat, side=0.1):
    return [[lon, lat], [lon + side, lat], [lon + side, lat + side], [lon, lat + side], [lon, lat]]


def polygon(*rings):
    return {"type": "Polygon", "coordinates": list(rings)}


def feature(number, title, geometry, **more):
    properties = {"code": number, "name": title, "level": 4, "parent": "491", **more}
    return {"type": "Feature", "properties": properties, "geometry": geometry}


GOOD = feature("49001", "Allonnes", polygon(square(0.0, 47.0)))


def collection(*features, **more):
    return json.dumps({"type": "FeatureCollection", **more, "features": list(features)}, ensure_ascii=False).encode()


def beside(geometry, **more):
    """A good record, and one with `geometry`."""
    return collection(GOOD, feature("49002", "Écouflant", geometry, **more))


def wkb(ring, count=None):
    head = struct.pack("<BIII", 1, 3, 1, len(ring) if count is None else count)
    return head + b"".join(struct.pack("<dd", *position) for position in ring)


def geopackage(path, shapes, crs=4326):
    """A table `communes` with one record per shape (WKB, or None)."""
    with sqlite3.connect(path) as database:
        database.executescript("""
            PRAGMA application_id = 0x47504B47; PRAGMA user_version = 10300;
            CREATE TABLE gpkg_spatial_ref_sys (srs_name TEXT NOT NULL, srs_id INTEGER PRIMARY KEY, organization TEXT NOT NULL,
              organization_coordsys_id INTEGER NOT NULL, definition TEXT NOT NULL, description TEXT);
            INSERT INTO gpkg_spatial_ref_sys VALUES ('Undefined', -1, 'NONE', -1, 'undefined', NULL),
              ('Undefined', 0, 'NONE', 0, 'undefined', NULL),
              ('WGS 84', 4326, 'EPSG', 4326, 'GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563]],'
               || 'PRIMEM["Greenwich",0],UNIT["degree",0.0174532925199433],AUTHORITY["EPSG","4326"]]', NULL);
            CREATE TABLE gpkg_contents (table_name TEXT PRIMARY KEY, data_type TEXT NOT NULL, identifier TEXT UNIQUE,
              description TEXT, last_change TEXT NOT NULL, min_x REAL, min_y REAL, max_x REAL, max_y REAL, srs_id INTEGER);
            CREATE TABLE gpkg_geometry_columns (table_name TEXT PRIMARY KEY, column_name TEXT NOT NULL,
              geometry_type_name TEXT NOT NULL, srs_id INTEGER NOT NULL, z INTEGER NOT NULL, m INTEGER NOT NULL);
            CREATE TABLE communes (fid INTEGER PRIMARY KEY, geom BLOB, code TEXT, name TEXT, level INTEGER, parent TEXT);
            """)
        database.execute("INSERT INTO gpkg_contents VALUES ('communes', 'features', 'communes', '', '2018-01-01T00:00:00.000Z', "
                         "NULL, NULL, NULL, NULL, ?)", (crs,))
        database.execute("INSERT INTO gpkg_geometry_columns VALUES ('communes', 'geom', 'GEOMETRY', ?, 0, 0)", (crs,))
        for number, shape in enumerate(shapes, 1):
            blob = None if shape is None else b"GP" + struct.pack("<BBi", 0, 1, crs) + shape
            database.execute("INSERT INTO communes VALUES (?, ?, ?, ?, 4, '491')",
                             (number, blob, f"4900{number}", f"Commune {number}"))
    database.close()
    return path


def shapefile(folder, stem, names, code_page=None, prj=True, ring=None):
    """One square per name; names are bytes, as they are to stand in the .dbf."""
    shp, shx, dbf = b"", b"", b""
    for number, name in enumerate(names):
        corners = ring or [[x, y] for x, y in reversed(square(0.1 * number, 47.0))]  # clockwise, as the format has it
        box = struct.pack("<4d", *(f(c[axis] for c in corners) for f in (min, max) for axis in (0, 1)))
        body = struct.pack("<i", 5) + box + struct.pack("<iii", 1, len(corners), 0)
        body += b"".join(struct.pack("<dd", *corner) for corner in corners)
        shx += struct.pack(">ii", (100 + len(shp)) // 2, len(body) // 2)
        shp += struct.pack(">ii", number + 1, len(body) // 2) + body
        dbf += b" " + f"4900{number + 1}".encode().ljust(10) + name.ljust(60) + b"4" + b"491".ljust(5)
    fields = ((b"code", 10), (b"name", 60), (b"level", 1), (b"parent", 5))
    head = struct.pack("<BBBBIHH20x", 3, 118, 1, 1, len(names), 33 + 32 * len(fields), 1 + sum(width for _, width in fields))
    head += b"".join(struct.pack("<11sc4xBB14x", field, b"C", width, 0) for field, width in fields) + b"\r"
    box = struct.pack("<8d", 0, 47, 1, 48, 0, 0, 0, 0)
    for ending, body in (("shp", shp), ("shx", shx)):
        main = struct.pack(">i20xi", 9994, (100 + len(body)) // 2) + struct.pack("<ii", 1000, 5) + box
        (folder / f"{stem}.{ending}").write_bytes(main + body)
    (folder / f"{stem}.dbf").write_bytes(head + dbf + b"\x1a")
    if code_page:
        (folder / f"{stem}.cpg").write_bytes(code_page)
    if prj:
        (folder / f"{stem}.prj").write_text('GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984",SPHEROID["WGS_1984",6378137.0,'
                                            '298.257223563]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]]')
    return folder / f"{stem}.shp"


def topology():
    arcs = [square(0.0, 47.0)]
    geometry = {"type": "Polygon", "arcs": [[0]], "properties": GOOD["properties"]}
    return json.dumps({"type": "Topology", "objects": {"communes": {"type": "GeometryCollection", "geometries": [geometry]}},
                       "arcs": arcs}).encode()
