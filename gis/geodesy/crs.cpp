// SPDX-License-Identifier: Apache-2.0
#include "gis/geodesy/crs.hpp"

#include "gis/base/error.hpp"
#include "gis/base/text.hpp"
#include "gis/geodesy/proj_handle.hpp"

#include <algorithm>
#include <cctype>
#include <cmath>

namespace merestone {
namespace proj {
namespace {

constexpr std::size_t longest_definition = 64 * 1024;

bool all_of(std::string_view text, const char* others) {
  return std::all_of(text.begin(), text.end(), [&](char c) {
    return std::isalnum(static_cast<unsigned char>(c)) || std::string_view{others}.find(c) != std::string_view::npos;
  });
}

/// The same for WKT and PROJJSON, where a slash in a name is no path: looks at grids and parameter files alone.
bool written_out_names_a_file(std::string_view text) {
  for (const std::string_view key : {"grids=", "PARAMETERFILE", "ParameterFile", "parameter_file", "init="}) {
    for (std::size_t at = text.find(key); at != std::string_view::npos; at = text.find(key, at + key.size())) {
      const std::string_view value = text.substr(at, text.substr(at).find_first_of("]}"));
      if (names_a_file(value.substr(0, key == "grids=" ? value.find_first_of(" \"") : value.size()))) return true;
    }
  }
  return false;
}

/// What PROJ is given for the text; empty when it is none of the forms we take. Names are not taken because PROJ
/// would search for something similar.
std::string accepted(std::string_view text) {
  if (text.empty() || text.size() > longest_definition || !is_utf8(text)) return {};
  if (text.find('\0') != std::string_view::npos) return {};
  if (std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; })) {
    return "EPSG:" + std::string{text};
  }
  if (text.front() == '+' || text.substr(0, 5) == "proj=") {
    if (names_a_file(text)) return {};
    std::string crs{text};
    if (crs.find("type=crs") == std::string::npos) crs += " +type=crs";
    return crs;
  }
  if (text.front() == '{' || text.find('[') != std::string_view::npos) {
    return written_out_names_a_file(text) ? std::string{} : std::string{text};
  }
  if (text.substr(0, 4) == "urn:") return all_of(text, ":._,-+") ? std::string{text} : std::string{};
  for (const char* door : {"http://www.opengis.net/def/crs/", "https://www.opengis.net/def/crs/"}) {
    if (text.starts_with(door)) return std::string{text};
  }
  const std::size_t colon = text.find(':');
  if (colon == std::string_view::npos || colon == 0 || colon + 1 == text.size()) return {};
  return all_of(text, ":_.+") ? std::string{text} : std::string{};
}

std::int64_t nanodegrees(double degrees) { return std::llround(std::clamp(degrees, -180.0, 180.0) * 1e9); }

}  // namespace

void refuse(const char* rule, const std::string& what, std::vector<std::pair<std::string, std::string>> facts) {
  throw Error{Fault::invalid, what, {{.rule = rule, .facts = std::move(facts)}}};
}

Context make_context() {
  Context context{proj_context_create()};
  if (!context) throw Error{Fault::unavailable, "PROJ cannot be started"};
  proj_log_level(context.get(), PJ_LOG_NONE);
  proj_context_set_enable_network(context.get(), 0);
  return context;
}

bool names_a_file(std::string_view text) {
  return text.find_first_of("/\\") != std::string_view::npos || text.find("..") != std::string_view::npos ||
         text.find("init=") != std::string_view::npos;
}

std::string name_of(const PJ* object) {
  const char* name = object ? proj_get_name(object) : nullptr;
  return name ? name : "";
}

std::string code_of(const PJ* object) {
  const char* authority = object ? proj_get_id_auth_name(object, 0) : nullptr;
  const char* code = object ? proj_get_id_code(object, 0) : nullptr;
  return authority && code ? std::string{authority} + ":" + code : "";
}

std::optional<Box> area_of(PJ_CONTEXT* context, const PJ* object) {
  double west = 0, south = 0, east = 0, north = 0;
  if (!proj_get_area_of_use(context, object, &west, &south, &east, &north, nullptr) || west < -180) return {};
  if (west > east) {  // across the antimeridian: all the way round is the box that holds it
    west = -180;
    east = 180;
  }
  return Box{nanodegrees(west), nanodegrees(south), nanodegrees(east), nanodegrees(north)};
}

Object horizontal(PJ_CONTEXT* context, std::string_view definition) {
  const std::string text = accepted(trimmed(definition));
  const std::string shown{trimmed(definition).substr(0, 200)};
  Object crs{text.empty() ? nullptr : proj_create(context, text.c_str())};
  if (!crs || !proj_is_crs(crs.get())) {
    refuse("crs.unknown", "unknown coordinate system: " + shown, {{"text", shown}});
  }
  if (proj_get_type(crs.get()) == PJ_TYPE_COMPOUND_CRS) crs.reset(proj_crs_get_sub_crs(context, crs.get(), 0));
  if (crs && proj_get_type(crs.get()) != PJ_TYPE_BOUND_CRS) {
    if (Object flat{proj_crs_demote_to_2D(context, nullptr, crs.get())}) crs = std::move(flat);
  }
  switch (crs ? proj_get_type(crs.get()) : PJ_TYPE_UNKNOWN) {
    case PJ_TYPE_GEOGRAPHIC_2D_CRS:
    case PJ_TYPE_PROJECTED_CRS:
    case PJ_TYPE_BOUND_CRS:
      return crs;
    default:
      refuse("crs.not_horizontal", "no horizontal coordinate system: " + shown,
             {{"text", shown}, {"name", name_of(crs.get())}});
  }
}

}  // namespace proj

Crs Crs::parse(std::string_view text) {
  using namespace proj;
  const Context context = make_context();
  const Object crs = horizontal(context.get(), text);
  const Object source{proj_get_type(crs.get()) == PJ_TYPE_BOUND_CRS ? proj_get_source_crs(context.get(), crs.get()) : nullptr};
  const PJ* own = source ? source.get() : crs.get();

  Crs result;
  result.definition = std::string{trimmed(text)};
  result.name = name_of(own);
  result.code = source ? "" : code_of(own);
  const Object datum{proj_crs_get_datum_forced(context.get(), own)};
  result.datum = name_of(datum.get());
  result.geographic = proj_get_type(own) == PJ_TYPE_GEOGRAPHIC_2D_CRS;
  if (const Object axes{proj_crs_get_coordinate_system(context.get(), own)}) {
    const auto points = [&](int axis, std::string_view where) {
      const char* direction = nullptr;
      proj_cs_get_axis_info(context.get(), axes.get(), axis, nullptr, nullptr, &direction, nullptr, nullptr, nullptr, nullptr);
      return direction && direction == where;
    };
    result.northing_first = points(0, "north") && points(1, "east");  // polar systems have two axes to the north
  }
  result.area_of_use = area_of(context.get(), own);
  return result;
}

AxisVerdict judge_axes(std::span<const double> pairs, const GroundTransform& transform, const Box& expected) {
  std::vector<double> given(pairs.begin(), pairs.end() - static_cast<std::ptrdiff_t>(pairs.size() % 2));
  std::vector<double> swapped = given;
  for (std::size_t i = 0; i + 1 < swapped.size(); i += 2) std::swap(swapped[i], swapped[i + 1]);
  const auto inside = [&](std::vector<double>& coordinates) {
    transform.to_degrees(coordinates);
    std::size_t count = 0;
    for (std::size_t i = 0; i + 1 < coordinates.size(); i += 2) {
      if (!(std::abs(coordinates[i]) <= 180 && std::abs(coordinates[i + 1]) <= 90)) continue;
      count += expected.contains(from_degrees(coordinates[i], coordinates[i + 1]));
    }
    return count;
  };
  const std::size_t as_given = inside(given);
  const std::size_t exchanged = inside(swapped);
  if (as_given == 0 && exchanged == 0) return AxisVerdict::neither;
  return exchanged > as_given ? AxisVerdict::swapped : AxisVerdict::as_given;
}

}  // namespace merestone
