// SPDX-License-Identifier: Apache-2.0
#include "data/exchange/ground.hpp"

#include "gis/base/text.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace merestone::exchange {
namespace {

constexpr std::size_t sampled_records = 1000;

bool is_wgs84(const std::string& code) { return code == "EPSG:4326" || code == "OGC:CRS84" || code == "EPSG:4979"; }

/// gis/geodesy does not know which file it works for.
[[noreturn]] void rethrow_for(const Error& error, const std::string& file) {
  std::vector<Finding> findings = error.findings();
  for (Finding& finding : findings) finding.subject.file = file;
  throw Error{error.fault(), file + ": " + error.what(), std::move(findings)};
}

Box box_of_degrees(double west, double south, double east, double north) {
  const auto nano = [](double value) { return std::llround(std::clamp(value, -180.0, 180.0) * 1e9); };
  return {nano(west), nano(south), nano(east), nano(north)};
}

/// Areas of use are drawn along borders: a file may reach a little over.
Box widened(Box box) {
  constexpr std::int64_t margin = nanodegrees_per_degree;
  return {box.west - margin, box.south - margin, box.east + margin, box.north + margin};
}

}  // namespace

Ground::Ground(const Reference& reference, const ReadOptions& options, const std::string& file, Problems& problems)
    : options_{options}, problems_{problems} {
  constexpr double far = std::numeric_limits<double>::infinity();
  west_ = south_ = far;
  east_ = north_ = -far;
  const std::string& said = reference.code.empty() ? reference.wkt : reference.code;
  const std::string& definition = options.crs.empty() ? said : options.crs;
  if (definition.empty()) fail(Fault::invalid, "import.missing_crs", file);
  if (is_wgs84(definition)) {
    name_ = definition;
    return;
  }
  try {
    crs_ = Crs::parse(definition);
    name_ = crs_->code.empty() ? crs_->name : crs_->code;
    if (is_wgs84(name_)) {
      crs_.reset();
      return;
    }
  } catch (const Error& error) {
    rethrow_for(error, file);
  }
}

void Ground::survey(const Shape& shape) {
  ++seen_;
  for (std::size_t i = 0; i < shape.xy.size(); i += 2) {
    west_ = std::min(west_, shape.xy[i]);
    east_ = std::max(east_, shape.xy[i]);
    south_ = std::min(south_, shape.xy[i + 1]);
    north_ = std::max(north_, shape.xy[i + 1]);
  }
  if (seen_ <= sampled_records) sample_.insert(sample_.end(), shape.xy.begin(), shape.xy.begin() + 2);
}

/// The outline of the ordinates' box, walked in steps: in a projection its corners alone would not do.
Box Ground::surveyed(const GroundTransform& transform) const {
  constexpr int steps = 20;
  std::vector<double> outline;
  for (int i = 0; i <= steps; ++i) {
    const double x = west_ + (east_ - west_) * i / steps;
    const double y = south_ + (north_ - south_) * i / steps;
    outline.insert(outline.end(), {x, south_, x, north_, west_, y, east_, y});
  }
  transform.to_degrees(outline);
  Box box;
  for (std::size_t i = 0; i < outline.size(); i += 2) {
    if (std::abs(outline[i]) <= 180 && std::abs(outline[i + 1]) <= 90) box.add(from_degrees(outline[i], outline[i + 1]));
  }
  return box;
}

void Ground::settle() {
  // Taking the datums for the same is good enough to see where the data lie.
  GroundTransform rough{*crs_, {.approximate = true}};
  if (!options_.trust_axes && judge(rough) != AxisVerdict::as_given) {  // told by conclude(); nothing is recorded from such a file
    transform_.emplace(std::move(rough));
    return;
  }
  DatumChoice choice{.operation = options_.operation, .operation_accuracy_m = options_.operation_accuracy_m,
                     .approximate = options_.accept_approximate_crs};
  if (const Box box = surveyed(rough); !box.empty()) choice.area = box;
  try {
    transform_.emplace(*crs_, choice);
  } catch (const Error& error) {
    for (const Finding& finding : error.findings()) problems_.of_file(finding.rule.c_str(), finding.severity, finding.facts);
    return;
  }
  for (const Finding& note : transform_->notes()) problems_.of_file(note.rule.c_str(), note.severity, note.facts);
  problems_.of_file("import.transformed", Severity::note,
                    {{"crs", name_}, {"operation", transform_->operation()}, {"accuracy_m", shortest(transform_->accuracy_m())}});
}

bool Ground::place(std::size_t record, const Shape& shape, std::vector<Position>& positions) {
  const std::vector<double>* degrees = &shape.xy;
  if (transform_) {
    scratch_ = shape.xy;
    transform_->to_degrees(scratch_);
    degrees = &scratch_;
  }
  positions.clear();
  positions.reserve(shape.positions());
  for (std::size_t i = 0; i < degrees->size(); i += 2) {
    const double lon = (*degrees)[i];
    const double lat = (*degrees)[i + 1];
    if (!(std::abs(lon) <= 180 && std::abs(lat) <= 90)) {
      refused_.push_back({record, shape.xy[i], shape.xy[i + 1]});
      return false;
    }
    positions.push_back({std::llround(lon * 1e9), std::llround(lat * 1e9)});
  }
  placed_.add(box_of(positions));
  return true;
}

AxisVerdict Ground::judge_degrees() const {
  const bool fits_swapped = std::max(std::abs(west_), std::abs(east_)) <= 90 &&
                            std::max(std::abs(south_), std::abs(north_)) <= 180;
  if (refused_.size() * 2 > seen_) return fits_swapped ? AxisVerdict::swapped : AxisVerdict::neither;
  const bool expected_elsewhere = !options_.extent.empty() && !placed_.meets(options_.extent) && fits_swapped &&
                                  box_of_degrees(south_, west_, north_, east_).meets(options_.extent);
  return expected_elsewhere ? AxisVerdict::swapped : AxisVerdict::as_given;
}

AxisVerdict Ground::judge(const GroundTransform& transform) const {
  if (!options_.extent.empty() && judge_axes(sample_, transform, widened(options_.extent)) == AxisVerdict::swapped) {
    return AxisVerdict::swapped;
  }
  if (!crs_->area_of_use) return refused_.size() * 2 > seen_ ? AxisVerdict::neither : AxisVerdict::as_given;
  return judge_axes(sample_, transform, widened(*crs_->area_of_use));
}

std::string Ground::box() const {
  return shortest(west_) + " " + shortest(south_) + " – " + shortest(east_) + " " + shortest(north_);
}

void Ground::conclude() {
  if (!ready()) return;
  const bool judged = seen_ > 0 && !options_.trust_axes;
  switch (!judged ? AxisVerdict::as_given : crs_ ? judge(*transform_) : judge_degrees()) {
    case AxisVerdict::swapped:
      return problems_.of_file("import.swapped_axes", Severity::error, {{"crs", name_}, {"box", box()}});
    case AxisVerdict::neither:
      return problems_.of_file("import.wrong_crs", Severity::error, {{"crs", name_}, {"box", box()}});
    case AxisVerdict::as_given:
      break;
  }
  const auto written = [](double ordinate) { return fixed(ordinate, std::abs(ordinate) > 360 ? 2 : 6); };
  for (const Refused& refused : refused_) {
    problems_.error("import.off_globe", refused.record, "",
                    {{"x", written(refused.x)}, {"y", written(refused.y)}, {"crs", name_}});
  }
}

}  // namespace merestone::exchange
