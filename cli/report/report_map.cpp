// SPDX-License-Identifier: Apache-2.0
#include "cli/report/report_map.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <string>

namespace merestone {
namespace {

using Role = SheetGround::Role;

/// Where on the sheet a level stands: the highest is 0; the finest is drawn as such however many levels there are.
int rank_of(const DivisionRegister& divisions, Level level) {
  constexpr int finest_rank = 3;
  const auto levels = divisions.levels();
  if (level == 0 || (levels.size() > 1 && level == levels.back())) return finest_rank;
  const auto at = std::lower_bound(levels.begin(), levels.end(), level);
  return std::min(static_cast<int>(at - levels.begin()), finest_rank - 1);
}

/// What most divisions of a level are.
std::string kind_at(const DivisionRegister& divisions, Level level) {
  std::map<std::string, std::size_t> count;
  for (const DivisionState& state : divisions.all()) {
    if (state.level == level) ++count[state.kind];
  }
  const auto most = std::max_element(count.begin(), count.end(),
                                     [](const auto& a, const auto& b) { return a.second < b.second; });
  return most == count.end() ? "" : most->first;
}

std::string label_of(const Party& party) {
  std::string label;
  for (const DivisionCard& card : party) label += (label.empty() ? "" : " / ") + (card.name.empty() ? card.code : card.name);
  return label;
}

/// Lines between members are always drawn; finer ones as far as they leave some ground to be seen between them.
Level finest_to_draw(const BoundaryReport& report) {
  constexpr double sheet_m2 = 0.13 * 0.11;  // what a subject covers of an A4 sheet, more or less
  constexpr double most_per_m2 = 560;       // metres of line on a square metre of paper: one each 3.6 mm
  const double ground_m2 = std::max(1.0, report.area_m2);
  const double scale = std::sqrt(sheet_m2 / ground_m2);
  double length_m = 0;
  Level finest = 0;
  for (const InnerLines& lines : report.inner) {
    length_m += lines.length_m * scale;
    if (finest != 0 && length_m > most_per_m2 * sheet_m2) break;
    finest = lines.level;
  }
  return finest;
}

/// About what a frame shows around the subject: it is up to one and a half times as wide as high.
Box map_box(const Box& subject) {
  const double middle = degrees(subject.north / 2 + subject.south / 2) * 0.017453292519943295;
  const double narrow = std::max(0.05, std::cos(middle));
  const double width = static_cast<double>(subject.east - subject.west) * narrow;
  const double height = static_cast<double>(subject.north - subject.south);
  const double shown_height = std::max(height, width) * 1.2;
  const double shown_width = std::max(width, height * 1.5) * 1.2;
  const auto beyond_x = static_cast<std::int64_t>((shown_width - width) / narrow / 2);
  const auto beyond_y = static_cast<std::int64_t>((shown_height - height) / 2);
  return {subject.west - beyond_x, subject.south - beyond_y, subject.east + beyond_x, subject.north + beyond_y};
}

}  // namespace

void add_map(BoundaryReport& report, const ReportGround& ground, const ReportFacts& facts) {
  const Territory& territory = facts.territory;
  Sheet& sheet = report.map;
  for (const auto& [holders, shape] : ground.neighbours) {
    sheet.grounds.push_back({Role::neighbour, label_of(party_of(facts.divisions, holders)), shape});
  }
  sheet.grounds.push_back({Role::subject, "", ground.shape});
  if (!ground.disputed.empty()) sheet.grounds.push_back({Role::disputed, "", ground.disputed});
  for (std::size_t i = 0; i < ground.members.size(); ++i) {
    if (ground.member_shapes[i].empty()) continue;
    sheet.grounds.push_back({Role::member, card_of(facts.divisions, ground.members[i]).name, ground.member_shapes[i]});
  }

  const ArcLevels levels{territory, facts.divisions};
  const Level finest = finest_to_draw(report);
  std::map<int, std::string> kinds;
  const Box box = map_box(report.extent);
  std::vector<char> is_outline(territory.mesh.arcs.size(), 0);
  for (const auto& walk : ground.walks) {
    for (const BorderSide& side : walk) is_outline[side.arc] = 1;
  }
  std::vector<char> is_inner(territory.mesh.arcs.size(), 0);
  for (const std::uint32_t arc : ground.inner_arcs) is_inner[arc] = 1;
  std::vector<StretchId> disputed;
  for (const Delimitation& said : facts.snapshot.delimitations) {
    if (said.claim) disputed.push_back(said.stretch);
  }
  std::sort(disputed.begin(), disputed.end());
  for (std::size_t i = 0; i < territory.mesh.arcs.size(); ++i) {
    const Arc& arc = territory.mesh.arcs[i];
    const Level level = levels.of(arc);
    // Beyond the subject only what is of its own level or higher; its members' neighbours would be noise.
    if (!is_outline[i] && !is_inner[i] && (level == 0 || level > report.subject.level)) continue;
    if (is_inner[i] && level > finest) continue;
    const auto path = territory.mesh.path(i);
    if (!box.meets(box_of(path))) continue;
    if (level != 0) kinds.try_emplace(rank_of(facts.divisions, level), kind_at(facts.divisions, level));
    const bool claimed = std::binary_search(disputed.begin(), disputed.end(), territory.stretches[i]);
    sheet.lines.push_back({Polyline(path.begin(), path.end()), rank_of(facts.divisions, level), is_outline[i] != 0, claimed});
  }

  for (const auto& [rank, kind] : kinds) {
    if (!kind.empty()) report.line_kinds.emplace_back(rank, kind);
  }
  if (report.lines.size() > 1) {
    for (const ReportLine& line : report.lines) sheet.markers.push_back({line.label_at, std::to_string(line.number)});
  }
  for (const HazardZone& zone : facts.zones) {
    if (zone.valid.contains(report.on) && box_of(zone.shape).meets(report.extent)) {
      sheet.zones.push_back({zone.kind, zone.severity, zone.shape});
    }
  }
  for (const ReportSite& site : report.sites) sheet.sites.push_back({site.position, !site.hazards.empty()});
  // Where members are named, places would say the same names again.
  if (report.members.empty()) {
    for (const ReportPlace& place : report.places) sheet.places.push_back({place.position, place.name});
  }
}

}  // namespace merestone
