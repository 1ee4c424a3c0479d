// SPDX-License-Identifier: Apache-2.0
#include "data/exchange/reading_photo.hpp"
#include "tests/unit/exchange/fixtures.hpp"

#include <catch2/catch.hpp>

#include <filesystem>
#include <fstream>

using namespace merestone;

namespace {

/// A grey picture of one pixel with the EXIF segment `exif`.
std::string jpeg_with(const std::string& exif) {
  using namespace std::string_literals;
  std::string bytes = "\xff\xd8"s;
  if (!exif.empty()) {
    const std::string body = "Exif\0\0"s + exif;
    const auto size = body.size() + 2;
    bytes += "\xff\xe1"s + static_cast<char>(size >> 8) + static_cast<char>(size & 255) + body;
  }
  std::string table = "\xff\xdb\x00\x43\x00"s + std::string(64, '\x10');
  std::string frame = "\xff\xc0\x00\x0b\x08\x00\x01\x00\x01\x01\x01\x11\x00"s;
  const auto huffman = [](char id) { return "\xff\xc4\x00\x14"s + id + "\x01"s + std::string(15, '\0') + '\0'; };
  return bytes + table + frame + huffman('\x00') + huffman('\x10') + "\xff\xda\x00\x08\x01\x01\x00\x00\x3f\x00\x3f\xff\xd9"s;
}

/// Little-endian TIFF structure: the time in IFD 0, the position in the GPS IFD.
std::string exif(const char* time, double lat, double lon, bool with_position, const std::string& datum = {}) {
  std::string bytes = std::string{"II*\0", 4};
  const auto put = [&](std::uint64_t value, int size) {
    for (int i = 0; i < size; ++i) bytes += static_cast<char>(value >> (8 * i) & 255);
  };
  const auto entry = [&](std::uint16_t tag, std::uint16_t type, std::uint32_t count, std::uint32_t value) {
    put(tag, 2);
    put(type, 2);
    put(count, 4);
    put(value, 4);
  };
  const std::uint32_t entries = with_position ? 2 : 1, time_at = 8 + 2 + 12 * entries + 4, gps_at = time_at + 20;
  put(8, 4);
  put(entries, 2);
  entry(0x0132, 2, 20, time_at);
  if (with_position) entry(0x8825, 4, 1, gps_at);
  put(0, 4);
  bytes += std::string{time}.substr(0, 19);
  bytes += '\0';
  if (!with_position) return bytes;
  const std::uint32_t tags = datum.empty() ? 4 : 5, values_at = gps_at + 2 + 12 * tags + 4;
  put(tags, 2);
  entry(1, 2, 2, lat < 0 ? 'S' : 'N');
  entry(2, 5, 3, values_at);
  entry(3, 2, 2, lon < 0 ? 'W' : 'E');
  entry(4, 5, 3, values_at + 24);
  if (!datum.empty()) entry(0x12, 2, static_cast<std::uint32_t>(datum.size() + 1), values_at + 48);
  put(0, 4);
  for (const double angle : {std::abs(lat), std::abs(lon)}) {
    const double minutes = (angle - std::floor(angle)) * 60, seconds = (minutes - std::floor(minutes)) * 60;
    for (const double part : {std::floor(angle), std::floor(minutes)}) {
      put(static_cast<std::uint32_t>(part), 4);
      put(1, 4);
    }
    put(static_cast<std::uint32_t>(std::lround(seconds * 10000)), 4);
    put(10000, 4);
  }
  if (!datum.empty()) bytes += datum + '\0';
  return bytes;
}

std::string written(const std::string& name, const std::string& bytes) {
  const auto path = std::filesystem::temp_directory_path() / (std::to_string(getpid()) + name);
  std::ofstream{path, std::ios::binary} << bytes;
  return path.string();
}

}  // namespace

TEST_CASE("a photo says where and when it was taken") {
  const std::string path = written("grave.jpg", jpeg_with(exif("2025:03:11 10:22:33", 31.314193, 111.987409, true)));
  const PhotoDelivery photo = read_photo(path);
  REQUIRE(photo.taken.position);
  CHECK(degrees(photo.taken.position->lat) == Approx(31.314193).margin(1e-6));
  CHECK(degrees(photo.taken.position->lon) == Approx(111.987409).margin(1e-6));
  CHECK(photo.taken.taken_at == "2025-03-11T10:22:33");
  CHECK(photo.sha256.size() == 64);
  CHECK(photo.findings.empty());
  std::filesystem::remove(path);
}

TEST_CASE("a photo on another datum warns that its position may be off; on WGS 84 or CGCS2000 it does not") {
  for (const auto& [datum, warns] : {std::pair{"TOKYO", true}, std::pair{"WGS-84", false}, std::pair{"CGCS2000", false}}) {
    const std::string path = written("datum.jpg", jpeg_with(exif("2025:03:11 10:22:33", 31.314193, 111.987409, true, datum)));
    const PhotoDelivery photo = read_photo(path);
    REQUIRE(photo.taken.position);
    CHECK(photo.findings.size() == (warns ? 1 : 0));
    if (warns) CHECK(photo.findings.front().rule == "import.photo_datum");
    std::filesystem::remove(path);
  }
}

TEST_CASE("a photo without position, without tags, and what is no photo") {
  const std::string timed = written("timed.jpg", jpeg_with(exif("2025:03:11 10:22:33", 0, 0, false)));
  CHECK_FALSE(read_photo(timed).taken.position);
  CHECK(read_photo(timed).taken.taken_at == "2025-03-11T10:22:33");
  const std::string bare = written("bare.jpg", jpeg_with(""));
  CHECK(read_photo(bare).taken.taken_at.empty());
  const std::string text = written("text.jpg", "not a picture at all");
  CHECK_THROWS_AS(read_photo(text), Error);
  CHECK_THROWS_AS(read_photo("nowhere.jpg"), Error);
  for (const std::string& path : {timed, bare, text}) std::filesystem::remove(path);
}

TEST_CASE("tags that make no sense are no position and no time") {
  const auto at = [](const char* lat, const char* side, const char* lon = "(111) (59) (0)") {
    return photo_metadata({{"EXIF_GPSLatitude", lat}, {"EXIF_GPSLatitudeRef", side}, {"EXIF_GPSLongitude", lon}, {"EXIF_GPSLongitudeRef", "E"}}).position;
  };
  CHECK(at("(31) (18) (51.1)", "N"));
  CHECK(degrees(at("(31) (30)", "S")->lat) == Approx(-31.5));
  CHECK_FALSE(at("(91) (0) (0)", "N"));
  CHECK_FALSE(at("(31) (18) (51.1)", ""));
  CHECK_FALSE(at("(-31) (18) (51.1)", "N"));
  CHECK_FALSE(at("(nan) (0) (0)", "N"));
  CHECK_FALSE(photo_metadata({{"EXIF_GPSLatitude", "(0) (0) (0)"}, {"EXIF_GPSLatitudeRef", "N"}, {"EXIF_GPSLongitude", "(0) (0) (0)"}, {"EXIF_GPSLongitudeRef", "E"}}).position);
  CHECK(photo_metadata({{"EXIF_DateTimeOriginal", "2025:13:11 10:22:33"}}).taken_at.empty());
  CHECK(photo_metadata({{"EXIF_DateTimeOriginal", "0000:00:00 00:00:00"}}).taken_at.empty());
  CHECK_FALSE(photo_metadata({{"EXIF_GPSImgDirection", "(120)"}, {"EXIF_GPSImgDirectionRef", "M"}}).direction_deg);
  CHECK(photo_metadata({{"EXIF_GPSImgDirection", "(120)"}, {"EXIF_GPSImgDirectionRef", "T"}}).direction_deg == 120.0);
}
