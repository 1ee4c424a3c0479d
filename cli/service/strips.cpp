// SPDX-License-Identifier: Apache-2.0
#include "cli/service/strips.hpp"

#include "data/office/proposals.hpp"
#include "gis/base/error.hpp"
#include "gis/geodesy/measure.hpp"

#include <algorithm>

namespace merestone {
namespace {

constexpr std::size_t strips_kept = 4;
/// A line comes from a page with seven decimals, and its ends are not for it to move.
constexpr double end_tolerance_m = 1;

double apart_m(Position a, Position b) {
  const Position both[] = {a, b};
  return length_m(both);
}

Polyline between_terminals(const ContestedBand& band, Polyline line) {
  if (line.size() < 2) return line;
  if (band.closed) {
    if (line.front() != line.back() && apart_m(line.front(), line.back()) <= end_tolerance_m) line.back() = line.front();
    return line;
  }
  if (apart_m(line.front(), band.end()) < apart_m(line.front(), band.start())) std::reverse(line.begin(), line.end());
  if (apart_m(line.front(), band.start()) <= end_tolerance_m) line.front() = band.start();
  if (apart_m(line.back(), band.end()) <= end_tolerance_m) line.back() = band.end();
  return line;
}

/// A project, read for as long as the desk at it stands.
struct Bench {
  Bench(const std::string& location, const std::string& number, const AsOf& as_of, const StripChoice& choice)
      : project{Project::open(location)}, desk{proposal_desk(project, number, as_of, as_of.day, choice)} {}
  Project project;
  ProposalDesk desk;
};

std::vector<StripLine> lines_of(const Bench& bench, const AsOf& as_of) {
  const ContestedBand& band = bench.desk.band();
  std::vector<StripLine> lines;
  lines.push_back({.kind = StripLine::Kind::claim_a, .path = claim_a(band)});
  lines.push_back({.kind = StripLine::Kind::claim_b, .path = claim_b(band)});
  if (bench.desk.in_force()) lines.push_back({.kind = StripLine::Kind::in_force, .path = *bench.desk.in_force()});
  for (const MadeProposal& made : made_proposals(bench.project, bench.desk.file(), as_of)) {
    if (proposal_fault(band, made.opinion.path)) continue;  // of another strip, or of another pair
    lines.push_back({.title = made.opinion.title, .method = made.basis ? made.opinion.method : "", .path = made.opinion.path});
  }
  return lines;
}

std::shared_ptr<const Strip> read_strip(const std::string& location, const std::string& number, const AsOf& as_of, const StripChoice& choice) {
  const auto bench = std::make_shared<const Bench>(location, number, as_of, choice);
  Strip strip{.a = bench->desk.a().label, .b = bench->desk.b().label, .a_division = bench->desk.a().division, .b_division = bench->desk.b().division,
              .lines = lines_of(*bench, as_of)};
  strip.figures = [bench](const Polyline& tried) {
    const Proposal line{.method = {}, .parameters = {}, .results = {}, .data = {}, .line = between_terminals(bench->desk.band(), tried), .notes = {}};
    if (const auto fault = proposal_fault(bench->desk.band(), line.line)) throw Error{Fault::invalid, "not a line of this strip", {*fault}};
    return bench->desk.compare({&line, 1}, false).front();
  };
  return std::make_shared<const Strip>(std::move(strip));
}

}  // namespace

std::shared_ptr<const Strip> Strips::strip(const std::string& number, const std::string& between, std::size_t which) {
  const std::lock_guard lock{mutex_};
  const auto known = std::find_if(kept_.begin(), kept_.end(), [&](const Kept& one) {
    return one.number == number && one.which == which && (one.between == between || one.strip->a + "," + one.strip->b == between);
  });
  if (known != kept_.end()) {
    std::rotate(known, known + 1, kept_.end());
    return kept_.back().strip;
  }
  auto strip = read_strip(location_, number, shown_, {between, which});
  if (kept_.size() == strips_kept) kept_.erase(kept_.begin());
  return kept_.emplace_back(Kept{number, between, which, std::move(strip)}).strip;
}

}  // namespace merestone
