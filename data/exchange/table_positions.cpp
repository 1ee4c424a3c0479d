// SPDX-License-Identifier: Apache-2.0
#include "data/exchange/line_table.hpp"
#include "gis/base/text.hpp"
#include "gis/geodesy/gauss_zones.hpp"

#include <algorithm>
#include <cmath>

namespace merestone::exchange {
namespace {

/// Tables reach a little beyond the divisions on record.
Box widened(Box box) {
  constexpr std::int64_t margin = nanodegrees_per_degree / 5;
  return {box.west - margin, box.south - margin, box.east + margin, box.north + margin};
}

std::string span_of(const std::vector<double>& pairs) {
  double least[2]{pairs[0], pairs[1]}, most[2]{pairs[0], pairs[1]};
  for (std::size_t i = 0; i < pairs.size(); ++i) {
    least[i % 2] = std::min(least[i % 2], pairs[i]);
    most[i % 2] = std::max(most[i % 2], pairs[i]);
  }
  return shortest(least[0]) + " " + shortest(least[1]) + " – " + shortest(most[0]) + " " + shortest(most[1]);
}

class Positions {
 public:
  Positions(LineTable& table, const ReadOptions& options) : table_{table}, options_{options} {}

  TablePositions run() {
    found_.of_row.resize(table_.size());
    const bool grid = table_.has("northing") || table_.has("easting");
    read(grid ? "easting" : "monument_lon", grid ? "northing" : "monument_lat");
    if (pairs_.empty()) return std::move(found_);
    const std::string crs = options_.crs.empty() ? (grid ? crs_of_grid() : "EPSG:4326") : options_.crs;
    if (!crs.empty() && (!grid || !exchanged_by_zone())) place(crs);
    return std::move(found_);
  }

 private:
  void read(const char* first, const char* second) {
    for (std::size_t row = 0; row < table_.size(); ++row) {
      const bool one = !table_.text(row, first).empty(), other = !table_.text(row, second).empty();
      if (!one && !other) continue;
      if (one != other) {
        table_.tell(row, one ? second : first, "import.half_position", {});
        continue;
      }
      const auto x = table_.real(row, first), y = table_.real(row, second);
      if (!x || !y) continue;
      rows_.push_back(row);
      pairs_.push_back(*x);
      pairs_.push_back(*y);
    }
  }

  Problems& problems() { return table_.staged().problems(); }

  void swapped(const std::string& crs) {
    problems().of_file("import.swapped_axes", Severity::error, {{"crs", crs}, {"box", span_of(pairs_)}});
  }

  /// 纵坐标 is the northing (CR-02): a table that has the zone in front of it has its columns exchanged.
  bool exchanged_by_zone() {
    if (options_.trust_axes) return false;
    const auto reading = recognise_grid(pairs_);
    if (!reading || reading->easting_first) return false;
    swapped("EPSG:" + std::to_string(epsg_code(ChineseDatum::cgcs2000, reading->zone, true)));
    return true;
  }

  /// Of CGCS2000, the system in force, by the zone in front of the easting; empty where there is none.
  std::string crs_of_grid() {
    const auto reading = recognise_grid(pairs_);
    if (!reading) {
      problems().of_file("import.no_zone", Severity::error, {{"box", span_of(pairs_)}});
      return {};
    }
    const std::string crs = "EPSG:" + std::to_string(epsg_code(ChineseDatum::cgcs2000, reading->zone, true));
    problems().of_file("import.zone", Severity::note,
                       {{"width", std::to_string(reading->zone.width_deg)}, {"zone", std::to_string(reading->zone.number)},
                        {"meridian", std::to_string(reading->zone.central_meridian())}, {"crs", crs}});
    return crs;
  }

  void place(const std::string& definition) {
    const Crs crs = Crs::parse(definition);
    DatumChoice choice{.area = {}, .operation = options_.operation, .operation_accuracy_m = options_.operation_accuracy_m,
                       .approximate = options_.accept_approximate_crs};
    if (!options_.extent.empty()) choice.area = options_.extent;
    const GroundTransform transform{crs, choice};
    found_.crs = crs.code.empty() ? crs.name : crs.code;
    found_.accuracy_m = std::max(transform.accuracy_m(), 0.0);
    for (const Finding& note : transform.notes()) problems().of_file(note.rule.c_str(), note.severity, note.facts);
    if (!options_.extent.empty() && !options_.trust_axes) {
      const AxisVerdict verdict = judge_axes(pairs_, transform, widened(options_.extent));
      if (verdict == AxisVerdict::swapped) return swapped(found_.crs);
      if (verdict == AxisVerdict::neither) {
        return problems().of_file("import.wrong_crs", Severity::error, {{"crs", found_.crs}, {"box", span_of(pairs_)}});
      }
    }
    std::vector<double> degrees = pairs_;
    transform.to_degrees(degrees);
    for (std::size_t i = 0; i < rows_.size(); ++i) {
      const double lon = degrees[2 * i], lat = degrees[2 * i + 1];
      if (std::abs(lon) <= 180 && std::abs(lat) <= 90) {
        found_.of_row[rows_[i]] = from_degrees(lon, lat);
      } else {
        table_.tell(rows_[i], "easting", "import.off_globe",
                    {{"x", fixed(pairs_[2 * i], 2)}, {"y", fixed(pairs_[2 * i + 1], 2)}, {"crs", found_.crs}});
      }
    }
  }

  LineTable& table_;
  const ReadOptions& options_;
  std::vector<std::size_t> rows_;
  std::vector<double> pairs_;  ///< easting or longitude first
  TablePositions found_;
};

}  // namespace

TablePositions read_positions(LineTable& table, const ReadOptions& options) {
  try {
    return Positions{table, options}.run();
  } catch (const Error& error) {
    std::vector<Finding> findings = error.findings();
    for (Finding& finding : findings) finding.subject.file = table.staged().file();
    throw Error{error.fault(), table.staged().file() + ": " + error.what(), std::move(findings)};
  }
}

}  // namespace merestone::exchange
