// SPDX-License-Identifier: Apache-2.0
/// Changes of divisions, seats, land used by others and the packs of the project, as rows.
#pragma once

#include "data/store/division_store.hpp"
#include "gis/divisions/change.hpp"
#include "gis/divisions/ground_use.hpp"

namespace merestone {

/// A file of a pack as the project keeps it; a pack that comes with the program has neither file nor content.
struct KeptPackFile {
  std::string pack;
  std::string file{};
  std::string content{};
};
std::vector<KeptPackFile> read_pack_files(Connection& connection, Revision revision);
void add_pack_files(FactWriter& writer, const std::vector<KeptPackFile>& files);

std::vector<Kept<ChangeEvent>> read_change_events(Connection& connection, Revision revision);
std::vector<ChangePart> read_change_parts(Connection& connection, Revision revision);
/// An event without id is a new one and gets its id.
ChangeEventId add_change_event(FactWriter& writer, const ChangeEvent& event);
void add_change_parts(FactWriter& writer, const std::vector<ChangePart>& parts);

/// `succession` of each is the number of its row here.
std::vector<SuccessionShare> read_shares(Connection& connection, Revision revision);
/// `first` is the number of the first succession that they speak of.
void add_shares(FactWriter& writer, const std::vector<SuccessionShare>& shares, std::int64_t first);

std::vector<Kept<DivisionSeat>> read_seats(Connection& connection, const Window& window);
void add_seats(FactWriter& writer, const std::vector<DivisionSeat>& seats);

std::vector<GroundUse> read_ground_uses(Connection& connection, const Window& window);
void add_ground_use(FactWriter& writer, const GroundUse& use);

}  // namespace merestone
