// SPDX-License-Identifier: Apache-2.0
#include "data/exchange/layer_head.hpp"
#include "data/exchange/problems.hpp"
#include "data/exchange/reading_photo.hpp"
#include "gis/base/text.hpp"

#include <atomic>
#include <cmath>

namespace merestone {
namespace {

std::string_view tag(const PhotoTags& tags, std::string_view name) {
  for (const auto& [key, value] : tags) {
    if (key == name) return trimmed(value);
  }
  return {};
}

/// The numbers of "(39) (54) (12.5)".
std::vector<double> numbers_of(std::string_view text) {
  std::vector<double> numbers;
  while (!text.empty()) {
    const auto open = text.find_first_not_of(" (");
    if (open == std::string_view::npos) break;
    const auto close = std::min(text.find_first_of(") ", open), text.size());
    const auto number = parse_number(text.substr(open, close - open));
    if (!number) return {};
    numbers.push_back(*number);
    text.remove_prefix(std::min(close + 1, text.size()));
  }
  return numbers;
}

/// Degrees, minutes and seconds, of which the last may be missing; negative for `minus` in the tag that says which side.
std::optional<double> angle_of(std::string_view text, std::string_view side, char plus, char minus, double most) {
  const std::vector<double> parts = numbers_of(text);
  if (parts.empty() || parts.size() > 3 || side.size() != 1 || (side[0] != plus && side[0] != minus)) return {};
  double degrees = 0, unit = 1;
  for (const double part : parts) {
    if (!(part >= 0)) return {};
    degrees += part / unit;
    unit *= 60;
  }
  if (degrees > most) return {};
  return side[0] == minus ? -degrees : degrees;
}

/// "2025:03:11 10:22:33" → "2025-03-11T10:22:33".
std::string time_of(std::string_view text) {
  if (text.size() < 19 || text[4] != ':' || text[7] != ':') return {};
  std::string time{text.substr(0, 19)};
  time[4] = time[7] = '-';
  time[10] = 'T';
  try {
    parse_date(std::string_view{time}.substr(0, 10));
  } catch (const Error&) {
    return {};
  }
  const auto digit = [&](std::size_t i) { return time[i] >= '0' && time[i] <= '9'; };
  const bool clock = digit(11) && digit(12) && time[13] == ':' && digit(14) && digit(15) && time[16] == ':' && digit(17) && digit(18);
  return clock ? time : time.substr(0, 10);
}

}  // namespace

PhotoMetadata photo_metadata(const PhotoTags& tags) {
  PhotoMetadata taken;
  const auto lat = angle_of(tag(tags, "EXIF_GPSLatitude"), tag(tags, "EXIF_GPSLatitudeRef"), 'N', 'S', 90);
  const auto lon = angle_of(tag(tags, "EXIF_GPSLongitude"), tag(tags, "EXIF_GPSLongitudeRef"), 'E', 'W', 180);
  // Cameras without a fix write zeros: in the Gulf of Guinea nobody photographs graves.
  if (lat && lon && (*lat != 0 || *lon != 0)) taken.position = from_degrees(*lon, *lat);
  const auto one = [&](std::string_view name) -> std::optional<double> {
    const std::vector<double> numbers = numbers_of(tag(tags, name));
    return numbers.size() == 1 ? std::optional{numbers.front()} : std::nullopt;
  };
  if (const auto error = one("EXIF_GPSHPositioningError"); error && *error > 0) taken.accuracy_m = error;
  // A magnetic direction is another one; how far off it is depends on the place and the year.
  if (const auto direction = one("EXIF_GPSImgDirection"); direction && *direction >= 0 && *direction <= 360 && tag(tags, "EXIF_GPSImgDirectionRef") == "T") {
    taken.direction_deg = std::fmod(*direction, 360);
  }
  taken.taken_at = time_of(tag(tags, "EXIF_DateTimeOriginal"));
  if (taken.taken_at.empty()) taken.taken_at = time_of(tag(tags, "EXIF_DateTime"));
  return taken;
}

PhotoDelivery read_photo(const std::string& path, const ReadOptions& options) {
  using namespace exchange;
  const FileAtHand file = look_at(path, Matter::photo);
  PhotoDelivery delivery;
  PhotoTags tags;
  WorkerProcess worker{options.worker, request_for(file, options, "photo"), file.name, patience_s(file, options)};
  try {
    for (wire::Frame frame = worker.next(); frame.kind != wire::Kind::end; frame = worker.next()) {
      if (frame.kind != wire::Kind::tags) throw wire::Broken{"unexpected frame"};
      while (!frame.payload.done()) {
        const std::string name{frame.payload.text()};
        tags.emplace_back(name, presentable(frame.payload.text()));
      }
    }
  } catch (const wire::Broken& broken) {
    worker.explain(broken);
  }
  delivery.taken = photo_metadata(tags);
  const std::string_view datum = tag(tags, "EXIF_GPSMapDatum");
  if (delivery.taken.position && !datum.empty() && datum != "WGS-84" && datum != "WGS84" && datum != "WGS 84" && datum != "CGCS2000") {
    delivery.findings.push_back({.rule = "import.photo_datum", .severity = Severity::warning, .subject = {file.name, {}, {}}, .facts = {{"datum", std::string{datum}}}});
  }
  delivery.sha256 = sha256_of(file, std::atomic<bool>{false});
  if (has_changed(file)) fail(Fault::conflict, "import.changed_meanwhile", path);
  return delivery;
}

}  // namespace merestone
