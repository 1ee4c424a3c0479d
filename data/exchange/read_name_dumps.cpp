// SPDX-License-Identifier: Apache-2.0
#include "data/exchange/read_gazetteer.hpp"

#include "data/exchange/problems.hpp"
#include "gis/base/text.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <unordered_map>

namespace merestone {
namespace {

using exchange::Problems;

constexpr std::size_t longest_line = std::size_t{1} << 20;

/// Lines of a text file, one after the other; each at most a megabyte.
template <class Take>
void each_line(const std::string& path, Take take) {
  std::ifstream file{path, std::ios::binary};
  if (!file) throw Error{Fault::missing, "no such file", {{.rule = "cli.no_file", .subject = {path, {}, {}}}}};
  std::string line;
  for (std::size_t number = 1; std::getline(file, line); ++number) {
    if (number == 1 && line.starts_with("\xEF\xBB\xBF")) line.erase(0, 3);
    if (!line.empty() && line.back() == '\r') line.pop_back();
    take(number, std::string_view{line}.substr(0, longest_line));
  }
}

std::vector<std::string_view> split(std::string_view line, char by) {
  std::vector<std::string_view> parts;
  while (true) {
    const auto at = line.find(by);
    parts.push_back(line.substr(0, at));
    if (at == std::string_view::npos) return parts;
    line.remove_prefix(at + 1);
  }
}

std::optional<Position> position_of(std::string_view lon, std::string_view lat) {
  const auto x = parse_number(lon), y = parse_number(lat);
  if (!x || !y || *x < -180 || *x > 180 || *y < -90 || *y > 90) return std::nullopt;
  return from_degrees(*x, *y);
}

PlaceName plain_name(std::string_view text, std::string_view language, NameKind kind, const char* source) {
  PlaceName name;
  name.text = text;
  name.language = language.empty() ? "und" : std::string{language};
  name.kind = kind;
  name.source = source;
  return name;
}

void begin(GazetteerDelivery& delivery, const std::string& path, const char* format) {
  delivery.source.kind = "gazetteer";
  delivery.source.title = std::filesystem::path{path}.filename().string();
  delivery.detected.format = format;
  delivery.detected.encoding = "UTF-8";
}

/// "400", "1958" or "1958-02-03" at either end; nothing where these columns hold a remark, or the end lies before the beginning.
std::optional<Edtf> between(std::string_view from, std::string_view to) {
  const auto end = [](std::string_view day) {
    const bool short_year = !day.empty() && day.size() < 4 && day.find_first_not_of("0123456789") == std::string_view::npos;
    return day.empty() ? std::string{".."} : std::string(short_year ? 4 - day.size() : 0, '0') + std::string{day};
  };
  return parse_edtf(end(from) + "/" + end(to));
}

void take_alternates(const std::string& path, const std::unordered_map<std::string, std::size_t>& at, GazetteerDelivery& delivery, Problems& problems) {
  each_line(path, [&](std::size_t number, std::string_view line) {
    const auto parts = split(line, '\t');
    if (parts.size() < 4) return problems.add("name.bad_line", Severity::warning, number, "alternateNames", {{"reason", "few_columns"}});
    const auto place = at.find(std::string{parts[1]});
    const std::string_view language = parts[2];
    const bool no_name = language == "link" || language == "wkdt" || language == "post" || language == "iata" || language == "icao" || language == "faac" || language == "unlc" || language == "tcid" || language == "phon";
    if (place == at.end() || parts[3].empty()) return;
    PlaceRecord& record = delivery.places[place->second].place;
    if (language == "wkdt") record.codes.push_back({0, "wikidata", std::string{parts[3]}, {}});
    if (no_name) return;
    const auto flag = [&](std::size_t i) { return i < parts.size() && parts[i] == "1"; };
    const NameKind kind = flag(7) ? NameKind::former : flag(5) ? NameKind::short_form : NameKind::variant;
    PlaceName name = plain_name(parts[3], language, kind, "GeoNames");
    const std::string_view from = parts.size() > 8 ? parts[8] : "", to = parts.size() > 9 ? parts[9] : "";
    const auto valid = between(from, to);
    if (!valid) problems.add("name.days_not_taken", Severity::warning, number, "alternateNames", {{"name", name.text}, {"from", std::string{from}}, {"to", std::string{to}}});
    name.valid = valid.value_or(Edtf{});
    const auto same = std::find_if(record.names.begin(), record.names.end(), [&](const PlaceName& n) { return n.text == name.text && (n.language == name.language || n.language == "und"); });
    if (same == record.names.end()) record.names.push_back(std::move(name));
    else if (same->language == "und") same->language = name.language;
  });
}

}  // namespace

GazetteerDelivery read_geonames(const std::string& path, const std::string& alternate_names) {
  GazetteerDelivery delivery;
  begin(delivery, path, "GeoNames");
  Problems problems{delivery.source.title};
  std::unordered_map<std::string, std::size_t> at;
  each_line(path, [&](std::size_t number, std::string_view line) {
    if (line.empty()) return;
    const auto parts = split(line, '\t');
    const auto position = parts.size() >= 19 ? position_of(parts[5], parts[4]) : std::nullopt;
    if (!position || parts[1].empty() || !is_utf8(line)) {
      const bool narrow = parts.size() < 19, garbled = !is_utf8(line);
      return problems.error("name.bad_line", number, "", {{"reason", narrow ? "few_columns" : garbled ? "not_utf8" : position ? "no_name" : "no_position"}});
    }
    PlaceRecord place;
    place.local_id = "geonames:" + std::string{parts[0]};
    place.position = position;
    place.codes = {{0, "geonames", std::string{parts[0]}, {}}};
    const std::string code = std::string{parts[6]} + (parts[7].empty() ? "" : "." + std::string{parts[7]});
    place.type = code;
    if (!parts[6].empty()) place.classes = {{0, "geonames", code}};
    place.names = {plain_name(parts[1], "", NameKind::official, "GeoNames")};
    if (!parts[2].empty() && parts[2] != parts[1]) place.names[0].spellings = {{0, std::string{parts[2]}, "Latn", "ASCII", "", Certainty::derived, "GeoNames"}};
    at.emplace(std::string{parts[0]}, delivery.places.size());
    delivery.places.push_back({number, std::move(place)});
  });
  if (!alternate_names.empty()) take_alternates(alternate_names, at, delivery, problems);
  delivery.detected.records = delivery.places.size();
  delivery.findings = problems.take();
  return delivery;
}

GazetteerDelivery read_gnis(const std::string& path) {
  GazetteerDelivery delivery;
  begin(delivery, path, "GNIS");
  Problems problems{delivery.source.title};
  std::unordered_map<std::string, std::size_t> column;
  each_line(path, [&](std::size_t number, std::string_view line) {
    const auto parts = split(line, '|');
    if (number == 1) {
      for (std::size_t i = 0; i < parts.size(); ++i) {
        std::string name{parts[i]};
        std::transform(name.begin(), name.end(), name.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
        column.emplace(std::move(name), i);
      }
      for (const char* needed : {"feature_id", "feature_name", "feature_class", "prim_lat_dec", "prim_long_dec"}) {
        if (!column.contains(needed)) problems.of_file("import.missing_column", Severity::error, {{"name", needed}, {"column", ""}, {"columns", std::string{line.substr(0, 200)}}});
      }
      return problems.stop_if_wrong();
    }
    if (line.empty()) return;
    const auto text = [&](const char* name) { return column.at(name) < parts.size() ? parts[column.at(name)] : std::string_view{}; };
    const auto position = position_of(text("prim_long_dec"), text("prim_lat_dec"));
    if (!is_utf8(line)) return problems.error("name.bad_line", number, "", {{"reason", "not_utf8"}});
    if (text("feature_name").empty()) return problems.error("name.bad_line", number, "feature_name", {{"reason", "no_name"}});
    const bool located = !text("prim_long_dec").empty() || !text("prim_lat_dec").empty();
    if (located && !position) return problems.error("name.bad_line", number, "prim_lat_dec", {{"reason", "no_position"}});
    PlaceRecord place;
    place.local_id = "gnis:" + std::string{text("feature_id")};
    const bool nowhere = position && position->lon == 0 && position->lat == 0;  // unknown, in these files
    if (!nowhere) place.position = position;
    place.codes = {{0, "gnis", std::string{text("feature_id")}, {}}};
    place.type = text("feature_class");
    place.classes = {{0, "gnis", place.type}};
    place.names = {plain_name(text("feature_name"), "en", NameKind::official, "USGS GNIS")};
    delivery.places.push_back({number, std::move(place)});
  });
  delivery.detected.records = delivery.places.size();
  delivery.findings = problems.take();
  return delivery;
}

}  // namespace merestone
