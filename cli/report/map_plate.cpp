// SPDX-License-Identifier: Apache-2.0
#include "cli/report/map_plate.hpp"

#include "cli/report/report_files.hpp"
#include "gis/base/error.hpp"

#include <filesystem>

namespace merestone {
namespace {

std::string extension_of(const std::string& path) { return std::filesystem::path{path}.extension().string(); }

}  // namespace

void put_marks(Sheet& map, const Phrases& phrases) {
  map.language = phrases.language();
  map.north = phrases.text("north-mark");
  const char* letters[] = {"north", "south", "east", "west"};
  for (std::size_t i = 0; i < 4; ++i) map.letters[i] = phrases.text(letters[i]);
}

MapPlate map_plate(const Sheet& map, const char* caption, const Phrases& phrases) {
  MapPlate plate;
  plate.sheet = map;
  put_marks(plate.sheet, phrases);
  plate.caption = phrases.sentences(phrases.text("map-scale"), phrases.text(caption));
  plate.screen_caption = phrases.text(caption);
  plate.alternative = phrases.text(caption);
  return plate;
}

void refuse_unless_picture(const std::string& path) {
  const std::string extension = extension_of(path);
  if (extension == ".png" || extension == ".svg" || extension == ".pdf") return;
  throw Error{Fault::invalid, "maps are not written as " + extension,
              {{.rule = "thematic.map_name", .subject = {path, {}, {}}, .facts = {{"extension", extension.empty() ? "–" : extension}}}}};
}

void write_picture(const std::string& path, const Sheet& map) {
  refuse_unless_picture(path);
  const std::string extension = extension_of(path);
  write_whole(path, extension == ".png" ? to_png(map) : extension == ".svg" ? to_svg(map) : to_pdf(map));
}

}  // namespace merestone
