// SPDX-License-Identifier: Apache-2.0
#include "gis/base/error.hpp"
#include "gis/base/text.hpp"
#include "gis/geodesy/crs.hpp"
#include "gis/geodesy/geodesic.hpp"
#include "gis/geodesy/proj_handle.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace merestone {

using namespace proj;

namespace {

constexpr double too_far_m = 5000;  // no two datums of the same ground differ by more than some hundred metres

/// An operation whose two ends are longitude and latitude, or easting and northing, in that order.
Object gis_order(PJ_CONTEXT* context, const Object& operation) {
  return Object{proj_normalize_for_visualization(context, operation.get())};
}

std::string parameter(PJ_CONTEXT* context, const PJ* crs) {
  const Object ellipsoid{proj_get_ellipsoid(context, crs)};
  double a = 0;
  double inverse_flattening = 0;
  if (!ellipsoid ||
      !proj_ellipsoid_get_parameters(context, ellipsoid.get(), &a, nullptr, nullptr, &inverse_flattening)) {
    return {};
  }
  return " +a=" + shortest(a) + (inverse_flattening == 0 ? " +f=0" : " +rf=" + shortest(inverse_flattening));
}

/// Whether these are three to seven parameters and nothing else. PROJ itself reads "+x=abc" as 0.
bool are_helmert_parameters(std::string_view text) {
  bool any = false;
  while (!(text = trimmed(text)).empty()) {
    const std::string_view word = text.substr(0, text.find_first_of(" \t\n"));
    text.remove_prefix(word.size());
    const std::size_t equals = word.find('=');
    if (word.front() != '+' || equals == std::string_view::npos) return false;
    const std::string_view key = word.substr(1, equals - 1);
    const std::string_view value = word.substr(equals + 1);
    if (key == "proj" ? value == "helmert"
                      : key == "convention" ? value == "position_vector" || value == "coordinate_frame"
                                            : false) {
      continue;
    }
    static constexpr std::string_view numbers[] = {"x", "y", "z", "rx", "ry", "rz", "s"};
    if (std::find(std::begin(numbers), std::end(numbers), key) == std::end(numbers) || !parse_number(value)) return false;
    any = true;
  }
  return any;
}

/// The office's parameters as an operation between longitudes and latitudes in degrees.
Object own_operation(PJ_CONTEXT* context, const PJ* base, const std::string& text) {
  std::string pipeline = text;
  if (are_helmert_parameters(text)) {
    pipeline = "+proj=pipeline +step +proj=unitconvert +xy_in=deg +xy_out=rad +step +proj=push +v_3 +step +proj=cart" +
               parameter(context, base) + " +step " + text +
               " +step +inv +proj=cart +ellps=WGS84 +step +proj=pop +v_3 +step +proj=unitconvert +xy_in=rad +xy_out=deg";
  }
  const bool readable = text.size() < 4096 && trimmed(pipeline).starts_with("+proj=pipeline") && !names_a_file(text);
  Object operation{readable ? proj_create(context, pipeline.c_str()) : nullptr};
  if (!operation) refuse("crs.unreadable_operation", "cannot read the operation: " + text.substr(0, 200),
                         {{"operation", text.substr(0, 200)}});
  return operation;
}

/// Operations from `source` to `target` that are known and not guessed, most accurate first.
std::vector<Object> known_operations(PJ_CONTEXT* context, const PJ* source, const PJ* target,
                                     const std::optional<Box>& needed) {
  const Factory factory{proj_create_operation_factory_context(context, nullptr)};
  proj_operation_factory_context_set_spatial_criterion(context, factory.get(), PROJ_SPATIAL_CRITERION_PARTIAL_INTERSECTION);
  proj_operation_factory_context_set_grid_availability_use(context, factory.get(),
                                                           PROJ_GRID_AVAILABILITY_DISCARD_OPERATION_IF_MISSING_GRID);
  proj_operation_factory_context_set_allow_ballpark_transformations(context, factory.get(), 0);
  const List list{proj_create_operations(context, source, target, factory.get())};
  std::vector<Object> operations;
  for (int i = 0; list && i < proj_list_get_count(list.get()); ++i) {
    Object operation{proj_list_get(context, list.get(), i)};
    if (!operation || proj_coordoperation_has_ballpark_transformation(context, operation.get())) continue;
    const std::optional<Box> good = area_of(context, operation.get());
    if (good && needed &&
        !(good->west <= needed->west && needed->east <= good->east && good->south <= needed->south &&
          needed->north <= good->north)) {
      continue;
    }
    operations.push_back(std::move(operation));
  }
  const auto accuracy = [&](const Object& operation) {
    const double metres = proj_coordoperation_get_accuracy(context, operation.get());
    return metres < 0 ? std::numeric_limits<double>::infinity() : metres;
  };
  std::stable_sort(operations.begin(), operations.end(),
                   [&](const Object& a, const Object& b) { return accuracy(a) < accuracy(b); });
  return operations;
}

/// The geographic system under `crs` as the registry has it: operations are known for that one, not for a copy
/// written out in a file.
Object registered_base(PJ_CONTEXT* context, const PJ* crs) {
  Object own{proj_crs_get_geodetic_crs(context, crs)};
  if (own) own.reset(proj_crs_demote_to_2D(context, nullptr, own.get()));
  if (!own || !code_of(own.get()).empty()) return own;
  const Object datum{proj_crs_get_datum_forced(context, own.get())};
  const char* authority = datum ? proj_get_id_auth_name(datum.get(), 0) : nullptr;
  const char* code = datum ? proj_get_id_code(datum.get(), 0) : nullptr;
  if (!authority || !code) return own;
  const List candidates{proj_query_geodetic_crs_from_datum(context, "EPSG", authority, code, "geographic 2D")};
  for (int i = 0; candidates && i < proj_list_get_count(candidates.get()); ++i) {
    Object candidate{proj_list_get(context, candidates.get(), i)};
    // The same unit and prime meridian, or the written numbers would mean something else.
    if (candidate && proj_is_equivalent_to_with_ctx(context, own.get(), candidate.get(),
                                                    PJ_COMP_EQUIVALENT_EXCEPT_AXIS_ORDER_GEOGCRS)) {
      return candidate;
    }
  }
  return own;
}

}  // namespace

struct GroundTransform::Parts {
  Context context = make_context();
  Object projection;  ///< to longitude and latitude on the system's own datum; none when it has them already
  Object shift;       ///< from there to WGS 84; none when the datums are the same
  bool latitude_first = false;  ///< the system itself, asked for in its authority's order
  std::string crs_name;
  std::string operation;
  double accuracy_m = 0;
  std::vector<Finding> notes;

  void apply(PJ_DIRECTION direction, std::span<double> pairs) const {
    PJ* first = direction == PJ_FWD ? projection.get() : shift.get();
    PJ* second = direction == PJ_FWD ? shift.get() : projection.get();
    for (PJ* step : {first, second}) {
      if (!step) continue;
      const std::size_t stride = 2 * sizeof(double);
      const std::size_t count = pairs.size() / 2;
      proj_errno_reset(step);
      proj_trans_generic(step, direction, pairs.data(), stride, count, pairs.data() + 1, stride, count, nullptr, 0, 0,
                         nullptr, 0, 0);
    }
  }

  void choose(const Crs& crs, const DatumChoice& choice, AxisOrder order);
  void choose_shift(const PJ* base, const Crs& crs, const DatumChoice& choice);
  void check_moved(const Crs& crs, const DatumChoice& choice) const;
};

void GroundTransform::Parts::choose(const Crs& crs, const DatumChoice& choice, AxisOrder order) {
  PJ_CONTEXT* c = context.get();
  crs_name = crs.code.empty() ? crs.name : crs.name + " (" + crs.code + ")";
  const Object source = horizontal(c, crs.definition);
  if (proj_get_type(source.get()) == PJ_TYPE_BOUND_CRS) {  // brings its own parameters
    const Object wgs84{proj_create(c, "EPSG:4326")};
    auto operations = known_operations(c, source.get(), wgs84.get(), {});
    if (operations.empty()) refuse("crs.unknown", "unusable coordinate system: " + crs_name, {{"text", crs_name}});
    operation = name_of(operations.front().get());
    accuracy_m = proj_coordoperation_get_accuracy(c, operations.front().get());
    projection = gis_order(c, operations.front());
    latitude_first = order == AxisOrder::authority && crs.northing_first;
    return;
  }
  const Object own{proj_crs_get_geodetic_crs(c, source.get())};
  const Object flat{own ? proj_crs_demote_to_2D(c, nullptr, own.get()) : nullptr};
  if (!flat) refuse("crs.not_horizontal", "no geographic system under " + crs_name, {{"text", crs_name}, {"name", crs.name}});
  if (!crs.geographic) {
    auto operations = known_operations(c, source.get(), flat.get(), {});
    if (operations.empty()) refuse("crs.unknown", "unusable coordinate system: " + crs_name, {{"text", crs_name}});
    operation = name_of(operations.front().get());
    projection = gis_order(c, operations.front());
  }
  latitude_first = order == AxisOrder::authority && crs.northing_first;
  choose_shift(registered_base(c, source.get()).get(), crs, choice);
}

void GroundTransform::Parts::choose_shift(const PJ* base, const Crs& crs, const DatumChoice& choice) {
  PJ_CONTEXT* c = context.get();
  const auto say = [&](const std::string& step) { operation += operation.empty() ? step : ", then " + step; };
  const Object wgs84{proj_create(c, "EPSG:4326")};
  const Object datum{proj_crs_get_datum_forced(c, base)};
  if (!choice.operation.empty()) {
    shift = own_operation(c, base, choice.operation);
    accuracy_m = choice.operation_accuracy_m > 0 ? choice.operation_accuracy_m : -1;
    say(choice.operation);
    check_moved(crs, choice);
    return;
  }
  const std::string datum_code = code_of(datum.get());
  if (datum_code == "EPSG:1043") {  // China 2000
    accuracy_m = 1;
    say("CGCS2000 taken for WGS 84");
    notes.push_back({.rule = "crs.epoch", .severity = Severity::note, .facts = {{"crs", crs_name}, {"epoch", "2000.0"}}});
    return;
  }
  const std::optional<Box> needed = choice.area ? choice.area : area_of(c, base);
  auto operations = known_operations(c, base, wgs84.get(), needed);
  if (!operations.empty()) {
    const PJ* best = operations.front().get();
    const std::string name = name_of(best);
    const double accuracy = proj_coordoperation_get_accuracy(c, best);
    const bool same_datum = datum_code == "EPSG:6326";
    accuracy_m = same_datum ? 0 : accuracy;
    if (!same_datum) say(name);
    shift = gis_order(c, operations.front());
    return;
  }
  if (!choice.approximate) {
    refuse("crs.ballpark", "no known transformation from " + crs_name + " to WGS 84",
           {{"source", crs_name}, {"target", "WGS 84 (EPSG:4326)"}, {"datum", crs.datum}});
  }
  accuracy_m = choice.approximate_accuracy_m;
  say("datum taken for WGS 84, approximate");
  notes.push_back({.rule = "crs.approximate",
                   .severity = Severity::warning,
                   .facts = {{"source", crs_name},
                             {"target", "WGS 84 (EPSG:4326)"},
                             {"accuracy_m", shortest(choice.approximate_accuracy_m)}}});
}

/// Parameters with a wrong sign or unit are caught where they put the ground kilometres away.
void GroundTransform::Parts::check_moved(const Crs& crs, const DatumChoice& choice) const {
  const Box box = choice.area ? *choice.area : crs.area_of_use.value_or(Box{0, 0, 0, 0});
  const double lon = degrees((box.west + box.east) / 2);
  const double lat = degrees((box.south + box.north) / 2);
  double moved[] = {lon, lat};
  proj_trans_generic(shift.get(), PJ_FWD, moved, 16, 1, moved + 1, 16, 1, nullptr, 0, 0, nullptr, 0, 0);
  const bool on_globe = std::abs(moved[0]) <= 180 && std::abs(moved[1]) <= 90;
  const double distance = on_globe ? distance_m(from_degrees(lon, lat), from_degrees(moved[0], moved[1])) : INFINITY;
  if (distance <= too_far_m) return;
  if (!on_globe) {
    refuse("crs.operation_off_globe", "the operation leaves the globe: " + choice.operation.substr(0, 200), {{"operation", choice.operation.substr(0, 200)}});
  }
  refuse("crs.bad_operation", "the operation moves the ground too far: " + choice.operation.substr(0, 200),
         {{"operation", choice.operation.substr(0, 200)}, {"moved_m", fixed(distance, 0)}});
}

GroundTransform::GroundTransform(const Crs& crs, const DatumChoice& choice, AxisOrder order)
    : parts_{std::make_unique<Parts>()} {
  parts_->choose(crs, choice, order);
}
GroundTransform::GroundTransform(GroundTransform&&) noexcept = default;
GroundTransform& GroundTransform::operator=(GroundTransform&&) noexcept = default;
GroundTransform::~GroundTransform() = default;

void GroundTransform::to_degrees(std::span<double> pairs) const {
  if (parts_->latitude_first) {
    for (std::size_t i = 0; i + 1 < pairs.size(); i += 2) std::swap(pairs[i], pairs[i + 1]);
  }
  parts_->apply(PJ_FWD, pairs);
  for (std::size_t i = 0; i + 1 < pairs.size(); i += 2) {
    if (std::isfinite(pairs[i]) && std::isfinite(pairs[i + 1])) continue;
    pairs[i] = pairs[i + 1] = std::numeric_limits<double>::quiet_NaN();
  }
}

Position GroundTransform::to_position(double first, double second) const {
  double pair[] = {first, second};
  to_degrees(pair);
  if (!(std::abs(pair[0]) <= 180 && std::abs(pair[1]) <= 90)) {
    refuse("crs.outside", "coordinates outside " + parts_->crs_name,
           {{"first", shortest(first)}, {"second", shortest(second)}, {"crs", parts_->crs_name}});
  }
  return from_degrees(pair[0], pair[1]);
}

std::pair<double, double> GroundTransform::from_position(Position p) const {
  double pair[] = {degrees(p.lon), degrees(p.lat)};
  parts_->apply(PJ_INV, pair);
  if (parts_->latitude_first) std::swap(pair[0], pair[1]);
  return {pair[0], pair[1]};
}

const std::string& GroundTransform::operation() const { return parts_->operation; }
double GroundTransform::accuracy_m() const { return parts_->accuracy_m; }
const std::vector<Finding>& GroundTransform::notes() const { return parts_->notes; }

}  // namespace merestone
