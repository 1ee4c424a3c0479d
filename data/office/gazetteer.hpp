// SPDX-License-Identifier: Apache-2.0
/// The record of names: questions, and the acts that put places on it as they come. Names that an office decides go the
/// way of data/office/name_workflow.hpp.
#pragma once

#include "data/office/acts.hpp"
#include "data/store/name_store.hpp"
#include "gis/names/place_record.hpp"

#include <string>
#include <vector>

namespace merestone {

/// Whether an act is carried out, or only tried: everything is checked and worked out, and nothing recorded.
enum class Carry { out, try_only };

/// Everything on record about places, every period, as recorded up to `revision`.
std::vector<PlaceRecord> place_records(const Project& project, const PlaceRange& range = {}, Revision revision = latest_revision);

/// The place that `what` names: "#12" its number, "system:code" an id elsewhere, a place code (PN-30), else a name or the id in
/// its source.
/// @throws Error missing name.no_place; conflict name.several_places, which lists their numbers.
PlaceRecord find_place(const Project& project, const std::string& what, Revision revision = latest_revision);
/// The same without a choice: all places that it may name.
std::vector<PlaceRecord> find_places(const Project& project, const std::string& what, Revision revision = latest_revision);

struct Recorded {
  Revision revision = 0;  ///< 0 when it was only tried
  std::vector<Finding> findings{};
};

/// Puts new places on record with everything in them; gives them their ids. Names without source or decision get the
/// document of the act as their source. @throws Error invalid with what check_record() finds.
Recorded record_places(Project& project, const ActInfo& info, std::vector<PlaceRecord>& records, Carry carry = Carry::out);

}  // namespace merestone
