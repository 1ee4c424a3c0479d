// SPDX-License-Identifier: Apache-2.0
#include "data/exchange/reading.hpp"
#include "data/exchange/writing.hpp"
#include "tests/unit/exchange/fixtures.hpp"

#include <catch2/catch.hpp>

#include <sys/stat.h>
#include <unistd.h>
#include <zlib.h>

using namespace merestone;
using namespace merestone::test;

namespace {

const ReadOptions communes{.level = 4};

/// What is said of a file, whether it was refused at once or has findings.
std::set<std::string> said_of(const std::string& path, const ReadOptions& options = communes) {
  try {
    return errors_in(read_divisions(path, options).findings);
  } catch (const Error& error) {
    CHECK(error.findings().front().subject.file == path);
    return errors_in(error.findings());
  }
}

Fault fault_of(const std::string& path) {
  return failure_of([&] { read_divisions(path, communes); }).first;
}

using Rules = std::set<std::string>;

std::string gzip(const std::string& text) {
  z_stream stream{};
  deflateInit2(&stream, 9, Z_DEFLATED, 15 + 16, 9, Z_DEFAULT_STRATEGY);
  std::string out(deflateBound(&stream, text.size()), '\0');
  stream.next_in = reinterpret_cast<unsigned char*>(const_cast<char*>(text.data()));
  stream.avail_in = static_cast<unsigned>(text.size());
  stream.next_out = reinterpret_cast<unsigned char*>(out.data());
  stream.avail_out = static_cast<unsigned>(out.size());
  deflate(&stream, Z_FINISH);
  out.resize(stream.total_out);
  deflateEnd(&stream);
  return out;
}

}  // namespace

TEST_CASE("what is no file of this computer is refused by its name") {
  const Folder folder;
  CHECK(said_of("https://example.org/communes.geojson") == Rules{"import.remote_path"});
  CHECK(said_of("/vsicurl/https://example.org/communes.geojson") == Rules{"import.remote_path"});
  CHECK(said_of("/vsizip/communes.zip") == Rules{"import.remote_path"});
  CHECK(said_of(folder.path("absent.geojson")) == Rules{"import.no_file"});
  CHECK(fault_of(folder.path("absent.geojson")) == Fault::missing);
  CHECK(said_of(folder.write("empty.geojson", "")) == Rules{"import.empty_file"});
}

TEST_CASE("pipes, folders, devices and loops are refused without waiting") {
  const Folder folder;
  REQUIRE(::mkfifo(folder.path("pipe.geojson").c_str(), 0600) == 0);
  CHECK(said_of(folder.path("pipe.geojson")) == Rules{"import.not_a_file"});
  REQUIRE(::mkdir(folder.path("folder.gpkg").c_str(), 0700) == 0);
  CHECK(said_of(folder.path("folder.gpkg")) == Rules{"import.not_a_file"});
  REQUIRE(::symlink("/dev/zero", folder.path("zero.csv").c_str()) == 0);
  CHECK(said_of(folder.path("zero.csv")) == Rules{"import.not_a_file"});
  REQUIRE(::symlink(folder.path("b.geojson").c_str(), folder.path("a.geojson").c_str()) == 0);
  REQUIRE(::symlink(folder.path("a.geojson").c_str(), folder.path("b.geojson").c_str()) == 0);
  CHECK(said_of(folder.path("a.geojson")) == Rules{"import.unreadable"});
}

TEST_CASE("a file is what its name says, or it is refused") {
  const Folder folder;
  folder.write("secret.csv", "code,name\n1,secret\n");
  const std::string vrt = R"(<OGRVRTDataSource><OGRVRTLayer name="secret"><SrcDataSource>)" + folder.path("secret.csv") +
                          "</SrcDataSource></OGRVRTLayer></OGRVRTDataSource>";
  for (const char* name : {"a.geojson", "a.gpkg", "a.shp", "a.csv", "a.topojson", "a.fgb"}) {
    INFO(name);
    if (name == std::string{"a.shp"}) {
      folder.write("a.shx", "x");
      folder.write("a.dbf", "x");
    }
    CHECK(said_of(folder.write(name, vrt)) == Rules{"import.format_mismatch"});
  }
  CHECK(said_of(folder.write("a.vrt", vrt)) == Rules{"import.unknown_format"});
  CHECK(said_of(folder.write("noextension", two_communes())) == Rules{"import.unknown_format"});
  CHECK(said_of(folder.write("url.geojson", "https://example.org/communes.geojson\n")) == Rules{"import.format_mismatch"});
  CHECK(said_of(folder.write("csv.gpkg", "code,name\n1,A\n")) == Rules{"import.format_mismatch"});
  CHECK(said_of(folder.write("json.csv", two_communes())) == Rules{"import.format_mismatch"});
  CHECK(said_of(folder.write("utf16.csv", std::string_view{"\xff\xfe" "c\0o\0", 6})) == Rules{"import.format_mismatch"});
  CHECK(said_of(folder.write("a.geojson.gz", two_communes())) == Rules{"import.format_mismatch"});
  CHECK(said_of(folder.write("packed.geojson.gz", gzip(vrt))) == Rules{"import.damaged"});
  CHECK(said_of(folder.write("remote.geojson", R"({"type":"FeatureCollection","features":"https://example.org/f.geojson"})")) !=
        Rules{});
}

TEST_CASE("a gzipped file is read, a bomb is not") {
  const Folder folder;
  CHECK(said_of(folder.write("c.geojson.gz", gzip(two_communes()))).empty());
  ReadOptions options = communes;
  options.limits.unpacked_mb = 8;
  const std::string bomb = gzip(two_communes() + std::string(64U << 20, ' '));
  CHECK(bomb.size() < 100'000);
  CHECK(said_of(folder.write("bomb.geojson.gz", bomb), options) == Rules{"import.too_large"});
  std::string cut = gzip(two_communes());
  cut.resize(cut.size() / 2);
  CHECK(said_of(folder.write("cut.geojson.gz", cut)) == Rules{"import.damaged"});
}

TEST_CASE("a truncated file is refused in every format, wherever it ends") {
  const Folder folder;
  const std::string names[] = {"c.gpkg", "c.shp", "c.fgb", "c.geojson", "c.zip", "c.topojson"};
  ExportLayer layer = two_communes_layer();
  for (const std::string& name : names) {
    const std::string path = folder.path(name);
    for (const int percent : {5, 30, 60, 90, 98}) {
      INFO(name << " " << percent << " %");
      if (name == "c.topojson") {
        folder.write(name, R"({"type":"Topology","objects":{"c":{"type":"GeometryCollection","geometries":[
          {"type":"Polygon","arcs":[[0]],"properties":{"code":"1","name":"A"}}]}},"arcs":[[[0,0],[1,0],[1,1],[0,0]]]})");
      } else {
        write_layers(path, {layer}, {.overwrite = true});
      }
      const std::size_t whole = bytes_of(path).size();
      cut_to(path, whole * static_cast<std::size_t>(percent) / 100);
      CHECK_FALSE(said_of(path).empty());
    }
  }
}

TEST_CASE("the parts of a Shapefile belong together") {
  const Folder folder;
  const std::string path = folder.path("c.shp");
  const auto fresh = [&] { write_layers(path, {two_communes_layer()}, {.overwrite = true}); };
  for (const char* part : {"c.dbf", "c.shx"}) {
    fresh();
    ::unlink(folder.path(part).c_str());
    CHECK(said_of(path) == Rules{"import.missing_part"});
  }
  fresh();
  cut_to(folder.path("c.dbf"), bytes_of(folder.path("c.dbf")).size() - 50);
  CHECK(said_of(path) == Rules{"import.truncated"});
  fresh();
  std::string dbf = bytes_of(folder.path("c.dbf"));
  dbf.replace(4, 4, "\xff\xff\xff\x7f");  // two thousand million records, it says
  folder.write("c.dbf", dbf);
  CHECK(said_of(path) == Rules{"import.truncated"});
  fresh();
  ::unlink(folder.path("c.prj").c_str());
  CHECK(said_of(path) == Rules{"import.missing_crs"});
  ReadOptions told = communes;
  told.crs = "EPSG:4326";
  CHECK(said_of(path, told).empty());
}

TEST_CASE("a GeoPackage that is being edited is not half read") {
  const Folder folder;
  write_layers(folder.path("c.gpkg"), {two_communes_layer()});
  CHECK(said_of(folder.path("c.gpkg")).empty());
  folder.write("c.gpkg-wal", "pages that are not in the file yet");
  CHECK(said_of(folder.path("c.gpkg")) == Rules{"import.open_elsewhere"});
}

TEST_CASE("damage inside a file is found though its head is whole") {
  const Folder folder;
  SECTION("GeoPackage") {
    ExportLayer layer = two_communes_layer();
    for (int i = 0; i < 2000; ++i) {  // enough for several pages
      layer.shapes.push_back(layer.shapes[0]);
      layer.values.push_back(std::to_string(i));
      layer.values.push_back("commune");
    }
    write_layers(folder.path("c.gpkg"), {layer});
    std::string bytes = bytes_of(folder.path("c.gpkg"));
    for (std::size_t i = bytes.size() / 2; i < bytes.size() - 4096; ++i) bytes[i] = static_cast<char>(i * 7);
    folder.write("c.gpkg", bytes);
    CHECK_FALSE(said_of(folder.path("c.gpkg")).empty());
  }
  SECTION("FlatGeobuf") {
    write_layers(folder.path("c.fgb"), {two_communes_layer()});
    std::string bytes = bytes_of(folder.path("c.fgb"));
    for (std::size_t i = bytes.size() - 150; i < bytes.size(); ++i) bytes[i] = '\xff';
    folder.write("c.fgb", bytes);
    CHECK_FALSE(said_of(folder.path("c.fgb")).empty());
  }
}

TEST_CASE("JSON that is no coverage") {
  const Folder folder;
  CHECK_FALSE(said_of(folder.write("a.geojson", "{}")).empty());
  CHECK_FALSE(said_of(folder.write("b.geojson", R"({"type":"FeatureCollection","features":[]})")).empty());
  CHECK_FALSE(said_of(folder.write("c.geojson", R"({"type":"Polygon","coordinates":[[[0,0],[1,0],[1,1],[0,0]]]})")).empty());
  CHECK_FALSE(said_of(folder.write("d.geojson", "{\"a\":" + std::string(100'000, '['))).empty());
  CHECK_FALSE(said_of(folder.write("e.geojson", geojson({{"{}", square(0, 0)}}))).empty());
}

TEST_CASE("CSV in its many dresses") {
  const Folder folder;
  CHECK(said_of(folder.write("a.txt", "code\tname\n49\tMaine-et-Loire\n")).empty());
  CHECK(said_of(folder.write("a.tsv", "code\tname\n49\tMaine-et-Loire\n")).empty());
  CHECK(said_of(folder.write("b.csv", "code;name;2018\r\n49;\"Maine; et Loire\";5\r\n\r\n")).empty());
  CHECK(said_of(folder.write("c.csv", "code,name\n49,Maine-et-Loire")).empty());
  CHECK(said_of(folder.write("d.csv", "code name\n49 M\n")) == Rules{"import.no_separator"});
}

TEST_CASE("CSV rows that do not fit their heading") {
  const Folder folder;
  CHECK(said_of(folder.write("short.csv", "code,name\n1,A\n2\n")) == Rules{"import.row_width"});
  CHECK(said_of(folder.write("long.csv", "code,name\n1,A,B\n")) == Rules{"import.row_width"});
  CHECK(said_of(folder.write("quote.csv", "code,name\n1,\"A\n2,B\n")).contains("import.unclosed_quote"));
  CHECK(said_of(folder.write("inside.csv", "code,name\n1,A \"B\" C\n2,D\n")) == Rules{"import.stray_quote"});
  CHECK(said_of(folder.write("behind.csv", "code,name\n1,\"A\"B\n2,D\n")) == Rules{"import.stray_quote"});
  CHECK(said_of(folder.write("good.csv", "code;name\r\n1;\"A;\r\n\"\"B\"\"\"\r\n")) == Rules{"import.control_character"});
  CHECK(said_of(folder.write("heading.csv", "code,name\n")) == Rules{"import.no_records"});
}
