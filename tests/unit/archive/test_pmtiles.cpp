// SPDX-License-Identifier: Apache-2.0
#include "gis/base/error.hpp"
#include "tiles/archive/pmtiles_reader.hpp"
#include "tiles/archive/pmtiles_writer.hpp"

#include <catch2/catch.hpp>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <unistd.h>

using namespace merestone;
namespace fs = std::filesystem;

namespace {

struct Folder {
  fs::path path = fs::temp_directory_path() / ("merestone-archive-" + std::to_string(getpid()));
  Folder() { fs::create_directories(path); }
  ~Folder() { fs::remove_all(path); }
  std::string file(const char* name) const { return (path / name).string(); }
};

std::string bytes_of(const std::string& path) {
  std::ifstream file{path, std::ios::binary};
  return {std::istreambuf_iterator<char>{file}, {}};
}

std::string content(std::uint64_t id) { return "tile " + std::to_string(id % 3 == 0 ? 0 : id); }

/// Enough tiles that their directory does not fit into the root.
void write(const std::string& path, std::uint64_t count) {
  PmtilesWriter writer{path};
  for (std::uint64_t id = 0; id < count; ++id) {
    if (id % 7 != 5) writer.add(tile_address(id), content(id));
  }
  ArchiveFacts facts;
  facts.max_zoom = 9;
  facts.bounds = {-1'000'000'000, 46'000'000'000, 1'000'000'000, 48'000'000'000};
  writer.finish(facts);
}

}  // namespace

TEST_CASE("tile numbers follow the Hilbert curve of the specification and come back") {
  CHECK(tile_id({0, 0, 0}) == 0);
  CHECK(tile_id({1, 0, 0}) == 1);
  CHECK(tile_id({1, 0, 1}) == 2);
  CHECK(tile_id({1, 1, 1}) == 3);
  CHECK(tile_id({1, 1, 0}) == 4);
  CHECK(tile_id({12, 3423, 1763}) == 19078479);  // the example of the PMTiles 3 specification
  for (std::uint64_t id = 0; id < 100'000; id += 37) CHECK(tile_id(tile_address(id)) == id);
}

TEST_CASE("every tile comes back, and what is not there does not") {
  const Folder folder;
  constexpr std::uint64_t count = 60'000;
  write(folder.file("t.pmtiles"), count);
  const PmtilesReader reader{folder.file("t.pmtiles")};
  for (std::uint64_t id = 0; id < count + 100; ++id) {
    const auto tile = reader.tile(tile_address(id));
    if (id % 7 == 5 || id >= count) {
      REQUIRE_FALSE(tile);
    } else {
      REQUIRE(tile == content(id));
    }
  }
}

TEST_CASE("the archive keeps the rules that readers lean on") {
  const Folder folder;
  write(folder.file("t.pmtiles"), 60'000);
  const PmtilesReader reader{folder.file("t.pmtiles")};
  const auto& header = reader.header();
  CHECK(header.clustered);
  CHECK(header.root.offset == pmtiles::header_size);
  CHECK(header.root.length <= pmtiles::largest_root);
  CHECK(header.leaves.offset != 0);  // two writers shipped 0 there
  CHECK(header.leaves.length > 0);
  CHECK(header.addressed_tiles == 60'000 - 60'000 / 7);
  CHECK(header.contents < header.addressed_tiles);  // equal tiles are kept once
}

TEST_CASE("the same tiles give the same bytes") {
  const Folder folder;
  write(folder.file("a.pmtiles"), 5000);
  write(folder.file("b.pmtiles"), 5000);
  CHECK(bytes_of(folder.file("a.pmtiles")) == bytes_of(folder.file("b.pmtiles")));
}

TEST_CASE("a writer that is not finished leaves nothing, and the older archive as it was") {
  const Folder folder;
  write(folder.file("t.pmtiles"), 100);
  const std::string before = bytes_of(folder.file("t.pmtiles"));
  {
    PmtilesWriter writer{folder.file("t.pmtiles")};
    writer.add({0, 0, 0}, "half done");
  }
  CHECK(bytes_of(folder.file("t.pmtiles")) == before);
  CHECK(std::distance(fs::directory_iterator{folder.path}, fs::directory_iterator{}) == 1);
}

TEST_CASE("a damaged archive is refused or answers with an error, never with a crash") {
  const Folder folder;
  write(folder.file("good.pmtiles"), 60'000);
  const std::string good = bytes_of(folder.file("good.pmtiles"));
  const auto try_all = [&](const std::string& bytes) {
    std::ofstream{folder.file("bad.pmtiles"), std::ios::binary} << bytes;
    try {
      const PmtilesReader reader{folder.file("bad.pmtiles")};
      for (std::uint64_t id = 0; id < 60'000; id += 997) reader.tile(tile_address(id));
    } catch (const Error&) {
      return true;
    }
    return false;
  };
  CHECK(try_all(""));
  CHECK(try_all("PMTiles"));
  CHECK(try_all(good.substr(0, 126)));
  CHECK(try_all(good.substr(0, 300)));
  CHECK(try_all(std::string{good}.replace(7, 1, "\x02")));
  for (std::size_t at = 8; at < 400; ++at) {
    std::string bytes = good;
    bytes[at] = static_cast<char>(bytes[at] ^ 0x5A);
    try_all(bytes);  // either is right, as long as it ends
  }
  CHECK_THROWS_AS(PmtilesReader{folder.file("absent.pmtiles")}, Error);
}

TEST_CASE("an archive tells whom it is for, so that what the office sees is not shown to others by mistake") {
  ArchiveFacts facts;
  CHECK(metadata_json(facts).find("audience") == std::string::npos);
  facts.audience = "office";
  facts.bounds = {-1'000'000'000, 46'000'000'000, 1'000'000'000, 48'000'000'000};
  CHECK(metadata_json(facts).find(R"("audience":"office")") != std::string::npos);
  const Folder folder;
  {
    PmtilesWriter writer{folder.file("office.pmtiles")};
    writer.add(tile_address(0), content(0));
    writer.finish(facts);
  }
  CHECK(PmtilesReader{folder.file("office.pmtiles")}.metadata() == metadata_json(facts));
}
