// SPDX-License-Identifier: Apache-2.0
#include "tiles/vector/prepared.hpp"

#include "gis/base/list.hpp"

#include <algorithm>
#include <map>
#include <unordered_map>

namespace merestone {
namespace {

/// The line that the law names along each stretch; where several run, that of the highest level.
std::unordered_map<StretchId, const BoundaryLine*> lines_by_stretch(std::span<const BoundaryLine> lines) {
  std::unordered_map<StretchId, const BoundaryLine*> line_of;
  for (const BoundaryLine& line : lines) {
    for (const BoundaryLine::Part& part : line.parts) {
      const auto [at, fresh] = line_of.try_emplace(part.stretch, &line);
      if (!fresh && line.level < at->second->level) at->second = &line;
    }
  }
  return line_of;
}

std::unordered_map<StretchId, std::vector<const TileClaim*>> claims_by_stretch(std::span<const TileClaim> claims) {
  std::unordered_map<StretchId, std::vector<const TileClaim*>> claims_of;
  for (const TileClaim& claim : claims) claims_of[claim.stretch].push_back(&claim);
  for (auto& [stretch, list] : claims_of) {
    std::sort(list.begin(), list.end(), [](const TileClaim* a, const TileClaim* b) { return a->claim < b->claim; });
  }
  return claims_of;
}

}  // namespace

void Prepared::prepare_lines(const TileContents& contents) {
  const Territory& territory = contents.territory;
  const auto views = highest_first(contents.views);
  std::vector<std::uint32_t> code_of;
  for (const Holders& holders : territory.holders) {
    code_of.push_back(words.text(joined(holders, contents.divisions, &DivisionState::code, ",")));
  }
  const std::uint32_t no_code = words.text("");
  const auto line_of = lines_by_stretch(contents.lines);
  const auto claims_of = claims_by_stretch(contents.claims);
  std::vector<std::uint8_t> rank_of(territory.mesh.arcs.size(), divides_nothing);
  for (std::size_t i = 0; i < rank.size(); ++i) rank_of[ground.source[i]] = rank[i];

  const std::uint32_t yes = words.number(1);
  std::vector<Tag> tags;
  const auto add = [&](const char* key, const std::string& text) {
    if (!text.empty()) tags.push_back({words.key(key), words.text(text)});
  };
  const auto add_number = [&](const char* key, std::int64_t number) {
    if (number != 0) tags.push_back({words.key(key), words.number(number)});
  };
  for (std::size_t i = 0; i < territory.mesh.arcs.size(); ++i) {
    first_line.push_back(static_cast<std::uint32_t>(line_attributes.first.size() - 1));
    const StretchId stretch = i < territory.stretches.size() ? territory.stretches[i] : StretchId{};
    line_ids.push_back(feature_id(stretch.value));
    if (rank_of[i] == divides_nothing) continue;
    const LevelView& view = *views[rank_of[i]];
    const Arc& arc = territory.mesh.arcs[i];
    const auto unit_of = [&](UnitIndex holder) { return holder == nobody ? nobody : view.unit_of[holder]; };
    const UnitIndex sides[2] = {unit_of(arc.left), unit_of(arc.right)};
    const auto several = [&](UnitIndex unit) { return unit != nobody && view.units[unit].size() > 1; };
    const auto claims = claims_of.find(stretch);
    const bool claimed = claims != claims_of.end();
    const bool undetermined = !claimed && contents.claims.empty() && (several(sides[0]) || several(sides[1]));
    tags.clear();
    tags.push_back({words.key("admin_level"), words.number(view.level)});
    if (claimed || undetermined) tags.push_back({words.key("disputed"), yes});
    if (sides[0] == nobody || sides[1] == nobody) tags.push_back({words.key("outer"), yes});
    if (undetermined) add("status", "indefinite");
    if (arc.left != nobody && code_of[arc.left] != no_code) tags.push_back({words.key("left"), code_of[arc.left]});
    if (arc.right != nobody && code_of[arc.right] != no_code) tags.push_back({words.key("right"), code_of[arc.right]});
    const auto line = line_of.find(stretch);
    if (line != line_of.end() && !line->second->name.empty()) {
      add("name", line->second->name);
      add_number("line", line->second->id.value);
    }
    if (!claimed) {
      line_attributes.add(tags);
      continue;
    }
    const std::vector<Tag> common = tags;
    for (const TileClaim* claim : claims->second) {
      tags = common;
      add("status", claim->claimant ? "claimed" : "de_facto");
      add_number("dispute", claim->dispute.value);
      add_number("claim", claim->claim.value);
      add_number("party", claim->party);
      if (claim->claimant) add("claimed_by", joined({*claim->claimant}, contents.divisions, &DivisionState::code, ","));
      add("accepted_by", joined(claim->accepted_by, ","));
      add("disputed_by", joined(claim->disputed_by, ","));
      line_attributes.add(tags);
    }
  }
  first_line.push_back(static_cast<std::uint32_t>(line_attributes.first.size() - 1));
  for (const std::size_t i : contested_.missing) {
    const TileClaim& claim = contents.claims[i];
    findings.push_back({.rule = "tiles.claim_left_out",
                        .severity = Severity::warning,
                        .facts = {{"claim", std::to_string(claim.claim.value)},
                                  {"dispute", std::to_string(claim.dispute.value)},
                                  {"stretch", std::to_string(claim.stretch.value)}}});
  }
}

void Prepared::prepare_disputes(const TileContents& contents) {
  const Territory& territory = contents.territory;
  std::map<DisputeId, const TileDispute*> known;
  for (const TileDispute& dispute : contents.disputes) known[dispute.id] = &dispute;
  dispute_of.assign(units_and_holes, nobody);
  std::vector<Tag> tags;
  for (UnitIndex i = 0; i < contested_.pieces.size(); ++i) {
    const ContestedGround::Piece& piece = contested_.pieces[i];
    dispute_of[territory.holders.size() + i] = i;
    dispute_ids.push_back(feature_id(piece.dispute.value));
    tags.clear();
    const auto add = [&](const char* key, const std::string& text) {
      if (!text.empty()) tags.push_back({words.key(key), words.text(text)});
    };
    if (piece.dispute.value != 0) tags.push_back({words.key("dispute"), words.number(piece.dispute.value)});
    const auto at = known.find(piece.dispute);
    if (at != known.end()) {
      add("name", at->second->name);
      add("status", at->second->status);
    }
    add("claimed_by", joined(piece.claimants, contents.divisions, &DivisionState::code, ","));
    add("claimants", joined(piece.claimants, contents.divisions, &DivisionState::name, " / "));
    dispute_attributes.add(tags);
  }
  if (dispute_ids.empty()) return;
  dispute_labels = label_points(ground.mesh, ground_tolerances, dispute_of, dispute_ids.size());
}

}  // namespace merestone
