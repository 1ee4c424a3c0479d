// SPDX-License-Identifier: Apache-2.0
/// What the commands on graves, facilities and siting share.
#pragma once

#include "cli/command/command.hpp"
#include "cli/command/line_command.hpp"
#include "cli/command/shared.hpp"
#include "data/office/grave_judging.hpp"

#include <nlohmann/json_fwd.hpp>

namespace merestone {

/// Which day is asked about, and whose law judges.
struct BurialOptions {
  std::string on, law;
  std::vector<std::string> sets;
  double look_every_m = 50;
};
void add_burial_options(Command& command, BurialOptions& options);
/// "act" or nothing: the law of the act; else a day. @throws Error invalid
JudgingOptions judging_of(const BurialOptions& options);

/// Name of a division, or "–".
std::string division_name(const DivisionRegister& divisions, DivisionId id);
/// "111.987409 31.314193"
std::string lon_lat(Position p);
/// "LON,LAT" in degrees. @throws Error invalid
Position position_of(const std::string& text);

nlohmann::ordered_json to_json(const SitingCheck& check, const SitingHit& hit);
/// "reservoir/water 480.0 m, in doubt"
std::string told(const SitingCheck& check, const SitingHit& hit);

/// Whether a division is the one asked for or below it. @throws Error missing for a code that nobody has.
class Within {
 public:
  Within(const GroundHolders& ground, const std::string& code);
  bool operator()(DivisionId leaf) const;
  DivisionId id() const { return id_; }

 private:
  const DivisionRegister& divisions_;
  DivisionId id_;
};

void add_grave_acts(Command& command, const Shared& shared);
void add_siting_suit(Command& command, const Shared& shared);

}  // namespace merestone
