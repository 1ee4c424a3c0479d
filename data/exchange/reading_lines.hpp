// SPDX-License-Identifier: Apache-2.0
/// Tables on lines, monuments and inspections (data/sample/FORMATS.md). What a table names is looked up on the desk: a
/// line, monument or division that is not on record is a finding of its row. What reading.hpp promises holds here too.
#pragma once

#include "data/exchange/reading.hpp"
#include "data/office/monument_acts.hpp"

namespace merestone {

struct LineRecordDelivery : Delivery {
  std::vector<LineFiling> filings;
};
LineRecordDelivery read_line_record_table(const std::string& path, const ReadOptions& options, const LineDesk& desk);

struct SegmentDelivery : Delivery {
  std::vector<Segment> segments;
};
SegmentDelivery read_segment_table(const std::string& path, const ReadOptions& options, const LineDesk& desk);

/// Positions in degrees, or on the Gauss-Krüger grid: the zone in front of the easting is recognised (CR-01), northing and
/// easting that stand in each other's place are found by it and by `options.extent` (CR-02), and an old datum needs
/// parameters (CR-03). import.zone, import.no_zone, import.swapped_axes, import.wrong_crs, import.half_position.
struct MonumentDelivery : Delivery {
  std::vector<MonumentFiling> filings;
};
MonumentDelivery read_monument_table(const std::string& path, const ReadOptions& options, const LineDesk& desk);

struct ObservationDelivery : Delivery {
  std::vector<Observation> observations;
};
ObservationDelivery read_observation_table(const std::string& path, const ReadOptions& options, const LineDesk& desk);

struct StepDelivery : Delivery {
  std::vector<StepFiling> steps;
};
StepDelivery read_step_table(const std::string& path, const ReadOptions& options, const LineDesk& desk);

struct SegmentCheckDelivery : Delivery {
  std::vector<SegmentCheck> checks;
};
SegmentCheckDelivery read_segment_check_table(const std::string& path, const ReadOptions& options, const LineDesk& desk);

struct PatrolDelivery : Delivery {
  std::vector<Patrol> patrols;
};
PatrolDelivery read_patrol_table(const std::string& path, const ReadOptions& options, const LineDesk& desk);

struct PeaceDelivery : Delivery {
  std::vector<PeaceEntry> entries;
};
PeaceDelivery read_peace_table(const std::string& path, const ReadOptions& options, const LineDesk& desk);

struct RiskDelivery : Delivery {
  std::vector<HiddenRisk> risks;
};
RiskDelivery read_risk_table(const std::string& path, const ReadOptions& options, const LineDesk& desk);

/// Rivers, roads, routes of projects: every line of a file, each part by itself.
struct FeatureDelivery : Delivery {
  std::vector<Polyline> lines;
};
FeatureDelivery read_feature_lines(const std::string& path, const ReadOptions& options);

}  // namespace merestone
