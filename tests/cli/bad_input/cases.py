# SPDX-License-Identifier: Apache-2.0
"""Files with one thing wrong. Each case is a function that makes its file in a folder and is marked with what must be
said of it: the rule, the exit code, the record."""
import gzip
import os
import pathlib
import struct
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from formats import GOOD, beside, collection, feature, geopackage, polygon, shapefile, square, topology, wkb  # noqa: E402

CASES = []


def says(rule, record=None, code=2, kind="divisions", options=()):
    def mark(make):
        CASES.append((make.__name__, make, rule, record, code, kind, list(options)))
        return make
    return mark


def geojson(name, rule, content, record="2", **more):
    """A case whose file is GeoJSON of the given bytes."""
    def make(folder):
        (folder / f"{name}.geojson").write_bytes(content)
        return folder / f"{name}.geojson"
    make.__name__ = name
    says(rule, record, **more)(make)


def table(name, rule, text, record=None, **more):
    def make(folder):
        (folder / f"{name}.csv").write_bytes(text if isinstance(text, bytes) else text.encode())
        return folder / f"{name}.csv"
    make.__name__ = name
    says(rule, record, **more)(make)


# Shapes
bow = [[0.2, 47.0], [0.3, 47.1], [0.3, 47.0], [0.2, 47.1], [0.2, 47.0]]
geojson("self_crossing", "mesh.self_crossing", beside(polygon(bow)))
geojson("overlap", "mesh.overlap", beside(polygon(square(0.05, 47.0))), record=None)
geojson("unclosed", "import.ring_not_closed", beside(polygon(square(0.1, 47.0)[:-1])))
geojson("two_corners", "import.ring_too_short", beside(polygon([[0, 0], [1, 0], [0, 0]])))
geojson("nan", "import.not_a_number", beside(polygon(square(0.1, 47.0))).replace(b"0.2, 47.1", b"NaN, 47.1"))
geojson("infinite", "import.not_a_number", beside(polygon(square(0.1, 47.0))).replace(b"0.2, 47.1", b"-Infinity, 47.1"))
geojson("too_far_north", "import.off_globe", beside(polygon([[0.1, 47], [0.2, 47], [0.2, 147], [0.1, 47]])))
geojson("text_for_numbers", "import.damaged_geometry", beside(polygon([["a", 0], [1, 0], [1, 1], ["a", 0]])))
geojson("empty_shape", "import.empty_geometry", beside(polygon()))
geojson("null_shape", "import.null_geometry", beside(None))
geojson("mixed_types", "import.wrong_geometry", beside({"type": "LineString", "coordinates": [[0, 0], [1, 1]]}))
geojson("swapped_by_the_globe", "import.swapped_axes",
        collection(feature("110101", "东城区", polygon([[lat, lon] for lon, lat in square(116.4, 39.9)]))), record=None)
geojson("metres_as_degrees", "import.wrong_crs",
        collection(feature("49001", "Allonnes", polygon([[x * 1e5, y * 1e5] for x, y in square(4, 67)]))), record=None)
geojson("old_datum", "crs.ballpark", collection(feature("49001", "Old", polygon(square(112.0, 31.0)))), record=None,
        options=["--crs", "EPSG:4610"])
geojson("unknown_crs", "crs.unknown", collection(GOOD), record=None, options=["--crs", "EPSG:999999"])

# Codes and names
geojson("duplicate_code", "import.duplicate_code", collection(GOOD, feature("49001", "Other", polygon(square(0.1, 47.0)))))
geojson("unknown_parent", "import.unknown_parent", beside(polygon(square(0.1, 47.0)), parent="999"))
geojson("no_code", "import.missing_code", beside(polygon(square(0.1, 47.0)), code=None))
geojson("no_name", "import.missing_name", beside(polygon(square(0.1, 47.0)), name=""))
table("cycle", "import.parent_cycle", "code,name,parent,level\nA,a,B,3\nB,b,A,3\n")
table("no_column", "import.missing_column", "colour,name\nred,A\n")
table("full_width", "import.full_width_digits", "code,name,level\n４９００１,A,4\n", "1")
table("bad_level", "import.bad_number", "code,name,level\n49001,A,four\n", "1")

# Text
gbk = "武汉市".encode("gbk")
table("gbk_unlabelled", "import.encoding_unclear", b"code,name,level\n420100," + gbk + b",4\n")
table("mojibake", "import.mojibake", "code,name,level\n1,Ã‰couflant,4\n", "1")
table("invisible", "import.control_character", "code,name,level\n1,A\x07B,4\n", "1")
table("short_row", "import.row_width", "code,name,level\n1,A,4\n2,B\n", "2")
table("open_quote", "import.unclosed_quote", 'code,name,level\n1,"A,4\n2,B,4\n', "1")
table("utf16", "import.format_mismatch", "code,name,level\n1,A,4\n".encode("utf-16"))


@says("import.not_in_encoding", "2")
def gbk_labelled_utf8(folder):
    return shapefile(folder, "gbk", [b"Angers", gbk], b"UTF-8")


@says("import.unknown_encoding")
def unknown_label(folder):
    return shapefile(folder, "ebcdic", [b"Angers"], b"EBCDIC")


@says("import.missing_crs")
def no_prj(folder):
    return shapefile(folder, "noprj", [b"Angers"], b"UTF-8", prj=False)


@says("import.missing_crs")
def undefined_crs(folder):
    return geopackage(folder / "undefined.gpkg", [wkb(square(0.0, 47.0))], crs=-1)


# Shapes inside well-formed binary files
@says("import.not_a_number", "2")
def nan_in_geopackage(folder):
    ring = square(0.1, 47.0)
    ring[1] = [float("nan"), 47.0]
    return geopackage(folder / "nan.gpkg", [wkb(square(0.0, 47.0)), wkb(ring)])


@says("import.ring_not_closed", "2")
def unclosed_in_geopackage(folder):
    return geopackage(folder / "unclosed.gpkg", [wkb(square(0.0, 47.0)), wkb(square(0.1, 47.0)[:-1])])


@says("import.null_geometry", "2")
def null_in_geopackage(folder):
    return geopackage(folder / "null.gpkg", [wkb(square(0.0, 47.0)), None])


@says(("import.damaged_geometry", "import.damaged"))
def huge_count_in_geopackage(folder):
    return geopackage(folder / "huge.gpkg", [wkb(square(0.0, 47.0)), wkb(square(0.1, 47.0), count=0xFFFFFFF0)])


@says("import.truncated")
def huge_count_in_dbf(folder):
    path = shapefile(folder, "huge", [b"Angers"], b"UTF-8")
    dbf = bytearray(path.with_suffix(".dbf").read_bytes())
    struct.pack_into("<I", dbf, 4, 2_000_000_000)
    path.with_suffix(".dbf").write_bytes(dbf)
    return path


# Files cut off
def cut(path, part=0.6):
    whole = path.read_bytes()
    path.write_bytes(whole[: int(len(whole) * part)])
    return path


@says("import.truncated")
def cut_geopackage(folder):
    return cut(geopackage(folder / "cut.gpkg", [wkb(square(0.0, 47.0))]))


@says("import.truncated")
def cut_shp(folder):
    return cut(shapefile(folder, "cut", [b"Angers", b"Avrille"], b"UTF-8"))


@says("import.truncated")
def cut_dbf(folder):
    path = shapefile(folder, "cutdbf", [b"Angers", b"Avrille"], b"UTF-8")
    cut(path.with_suffix(".dbf"))
    return path


@says("import.missing_part")
def no_shx(folder):
    path = shapefile(folder, "noshx", [b"Angers"], b"UTF-8")
    path.with_suffix(".shx").unlink()
    return path


@says("import.ends_early", "2")
def cut_geojson(folder):
    (folder / "cut.geojson").write_bytes(beside(polygon(square(0.1, 47.0))))
    return cut(folder / "cut.geojson", 0.8)


@says("import.damaged")
def cut_topojson(folder):
    (folder / "cut.topojson").write_bytes(topology())
    return cut(folder / "cut.topojson")


@says("import.damaged")
def cut_gzip(folder):
    (folder / "cut.geojson.gz").write_bytes(gzip.compress(collection(GOOD), mtime=0))
    return cut(folder / "cut.geojson.gz")


@says("import.truncated")
def cut_flatgeobuf(folder):
    (folder / "cut.fgb").write_bytes(b"fgb\x03fgb\x00" + struct.pack("<I", 400) + b"\x00" * 100)
    return folder / "cut.fgb"


@says("import.empty_file")
def empty(folder):
    (folder / "empty.geojson").write_bytes(b"")
    return folder / "empty.geojson"


@says("import.no_records")
def no_records(folder):
    (folder / "none.geojson").write_bytes(collection())
    return folder / "none.geojson"


@says("import.too_large")
def bomb(folder):
    (folder / "bomb.geojson.gz").write_bytes(gzip.compress(collection(GOOD) + b" " * (100 << 20), mtime=0))
    return folder / "bomb.geojson.gz"


# What is not the file it says it is
VRT = ('<OGRVRTDataSource><OGRVRTLayer name="secret"><SrcDataSource>{}</SrcDataSource></OGRVRTLayer></OGRVRTDataSource>')


def vrt_as(ending):
    def make(folder):
        (folder / "secret.csv").write_text("code,name,level\n1,secret,4\n")
        path = folder / f"vrt.{ending}"
        path.write_text(VRT.format(folder / "secret.csv"))
        return path
    make.__name__ = f"vrt_as_{ending}"
    says("import.format_mismatch")(make)


for ending in ("geojson", "gpkg", "csv", "topojson", "fgb"):
    vrt_as(ending)


@says("import.format_mismatch")
def url_inside(folder):
    (folder / "url.geojson").write_text("https://example.org/communes.geojson\n")
    return folder / "url.geojson"


@says("import.unknown_format")
def unknown_ending(folder):
    (folder / "communes.vrt").write_text(VRT.format("communes.csv"))
    return folder / "communes.vrt"


@says("import.remote_path")
def url(_):
    return "https://example.org/communes.geojson"


@says("import.remote_path")
def vsicurl(_):
    return "/vsicurl/https://example.org/communes.geojson"


@says("import.not_a_file")
def pipe(folder):
    os.mkfifo(folder / "pipe.geojson")
    return folder / "pipe.geojson"


@says("import.not_a_file")
def directory(folder):
    (folder / "folder.gpkg").mkdir()
    return folder / "folder.gpkg"


@says("import.not_a_file")
def device(folder):
    (folder / "zero.csv").symlink_to("/dev/zero")
    return folder / "zero.csv"


@says("import.unreadable", code=5)
def loop(folder):
    (folder / "a.csv").symlink_to(folder / "b.csv")
    (folder / "b.csv").symlink_to(folder / "a.csv")
    return folder / "a.csv"


@says("import.no_file", code=3)
def absent(folder):
    return folder / "absent.geojson"


@says("import.open_elsewhere")
def being_edited(folder):
    path = geopackage(folder / "edited.gpkg", [wkb(square(0.0, 47.0))])
    (folder / "edited.gpkg-wal").write_bytes(b"pages that are not in the file yet")
    return path


# Other kinds of records
table("place_without_name", "import.missing_value", "name,lon,lat\n,0,47\n", "1", kind="places")
table("place_off_the_globe", "import.off_globe", "name,lon,lat\nA,0,47\nB,0,47\nC,0,147\n", "3", kind="places")
table("place_swapped", "import.swapped_axes", "name,lon,lat\nBeijing,39.9,116.4\n", kind="places")
table("place_decimal_comma", "import.bad_number", 'name,lon,lat\nA,"0,5",47\n', "1", kind="places")
table("grave_capacity", "import.out_of_range", "kind,name,capacity,lon,lat\ncemetery,Est,-5,0,47\n", "1", kind="cemeteries")
table("history_backwards", "import.bad_period",
      "code,name,level,valid_from,valid_until\n1,A,4,2018-01-01,2017-01-01\n", "1", kind="history")
table("history_date", "import.bad_date", "code,name,level,valid_from,valid_until\n1,A,4,31/12/2017,\n", "1", kind="history")
geojson("zone_severity", "import.bad_number",
        collection({"type": "Feature", "properties": {"kind": "flood", "severity": "red"}, "geometry": polygon(square(0, 47))}),
        record="1", kind="hazards")


if __name__ == "__main__":
    target = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else "bad-input")
    for name, make, *_ in CASES:
        (target / name).mkdir(parents=True, exist_ok=True)
        make(target / name)
    subprocess.run(["find", target, "-type", "f"], check=True)
