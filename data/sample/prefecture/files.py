# SPDX-License-Identifier: Apache-2.0
"""The files: one record a line, so that a change can be read in a diff; every one says that it is invented."""
import csv
import json
import struct

from .grid import NORTH, NX, NY, STEP, WEST

SOURCE = "invented for demonstration (Merestone sample prefecture)"
NOTE = ("Everything here is invented by data/sample/make_prefecture.py: no division, place, line, dispute, document or person "
        "of it exists. Codes begin with 99, which no province has. CC0-1.0.")


class Folder:
    def __init__(self, path):
        self.path = path
        self.counts = {}
        path.mkdir(parents=True, exist_ok=True)

    def table(self, name, columns, rows):
        with open(self.path / name, "w", newline="", encoding="utf-8") as file:
            writer = csv.writer(file, lineterminator="\n")
            writer.writerow(columns)
            for row in rows:
                assert len(row) == len(columns), (name, row)
                writer.writerow(["" if value is None else value for value in row])
        self.counts[name] = len(rows)

    def features(self, name, features):
        lines = ",\n".join(json.dumps(f, ensure_ascii=False, separators=(",", ":")) for f in features)
        head = json.dumps({"name": name.rsplit(".", 1)[0], "note": NOTE}, ensure_ascii=False, separators=(",", ":"))[1:-1]
        text = '{"type":"FeatureCollection",' + head + ',"features":[\n' + lines + "\n]}\n"
        (self.path / name).write_text(text, encoding="utf-8")
        self.counts[name] = len(features)

    def json(self, name, value):
        (self.path / name).parent.mkdir(exist_ok=True)
        (self.path / name).write_text(json.dumps(value, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
        self.counts[name] = 1

    def heights(self, name, metres):
        """A GeoTIFF of whole metres: posts in rows from the north-west, EPSG:4326, not compressed."""
        data = struct.pack(f"<{NX * NY}h", *metres)
        rows = 16
        strips = [data[k * NX * 2:min(k + rows, NY) * NX * 2] for k in range(0, NY, rows)]
        note = (NOTE + "\0").encode()
        keys = [1, 1, 0, 3, 1024, 0, 1, 2, 1025, 0, 1, 2, 2048, 0, 1, 4326]  # geographic, a value for a post, WGS 84
        scale = struct.pack("<3d", STEP, STEP, 0.0)
        tie = struct.pack("<6d", 0, 0, 0, WEST, NORTH, 0)
        entries = [(256, 3, [NX]), (257, 3, [NY]), (258, 3, [16]), (259, 3, [1]), (262, 3, [1]), (270, 2, note),
                   (273, 4, None), (277, 3, [1]), (278, 3, [rows]), (279, 4, [len(s) for s in strips]), (284, 3, [1]),
                   (339, 3, [2]), (33550, 12, scale), (33922, 12, tie), (34735, 3, keys)]
        size = {2: 1, 3: 2, 4: 4, 12: 8}
        at = 8 + 2 + 12 * len(entries) + 4
        later, table = b"", b""
        for tag, kind, value in entries:
            if value is None:
                value = [0] * len(strips)
            raw = value if isinstance(value, bytes) else struct.pack(f"<{len(value)}{'H' if kind == 3 else 'I'}", *value)
            count = len(raw) // size[kind]
            if len(raw) <= 4:
                table += struct.pack("<HHI", tag, kind, count) + raw.ljust(4, b"\0")
            else:
                if tag == 273:
                    offsets_at = len(later)
                table += struct.pack("<HHII", tag, kind, count, at + len(later))
                later += raw + b"\0" * (len(raw) % 2)
        first, offsets = at + len(later), []
        for strip in strips:
            offsets.append(first)
            first += len(strip)
        packed = struct.pack(f"<{len(offsets)}I", *offsets)
        later = later[:offsets_at] + packed + later[offsets_at + len(packed):]
        head = b"II*\0" + struct.pack("<I", 8) + struct.pack("<H", len(entries)) + table + struct.pack("<I", 0)
        (self.path / name).write_bytes(head + later + b"".join(strips))
        self.counts[name] = 1


def feature(geometry, **properties):
    return {"type": "Feature", "properties": {k: v for k, v in properties.items() if v not in (None, "")}, "geometry": geometry}


def ring_out(ring, decimals=6):
    return [[round(x, decimals), round(y, decimals)] for x, y in ring]


def polygon(polygons, decimals=6):
    """Polygons as lists of rings → Polygon or MultiPolygon."""
    parts = [[ring_out(ring, decimals) for ring in p] for p in polygons]
    if len(parts) == 1:
        return {"type": "Polygon", "coordinates": parts[0]}
    return {"type": "MultiPolygon", "coordinates": parts}


def line(course, decimals=6):
    return {"type": "LineString", "coordinates": ring_out(course, decimals)}


def point(position):
    return {"type": "Point", "coordinates": list(position)}
