// SPDX-License-Identifier: Apache-2.0
/// Stretches and what is said of them, as rows.
#pragma once

#include "data/store/fact_writer.hpp"
#include "data/store/statement.hpp"
#include "gis/boundaries/boundary.hpp"
#include "gis/geometry/area.hpp"

#include <span>

namespace merestone {

/// Everything about ground that holds on the day of `window`: stretches that nothing is said of are left out.
Snapshot read_ground(Connection& connection, const Window& window);
/// The same where the box of the stretch meets `box`, by the spatial index.
Snapshot read_ground_in(Connection& connection, const Box& box, const AsOf& as_of);
/// The path of one stretch, whatever became of it; empty when there is none of this number.
Polyline read_path(Connection& connection, StretchId stretch);
/// All ground with a division on one side, without claims.
Snapshot read_ground_of(Connection& connection, DivisionId holder, const AsOf& as_of);
/// All ground of which the claims in a dispute say anything.
Snapshot read_ground_of(Connection& connection, DisputeId dispute, const AsOf& as_of);
/// What is said of a stretch through all time.
std::vector<Delimitation> read_delimitations_of(Connection& connection, StretchId stretch, Revision revision);
/// A stretch, whether or not it was superseded.
Stretch read_stretch(Connection& connection, StretchId stretch);
std::vector<Delimitation> read_delimitations(Connection& connection, const Window& window);

/// Box that holds all stretches on record, larger by less than a metre: the spatial index keeps single precision.
Box read_ground_box(Connection& connection);
bool any_ground(Connection& connection, const AsOf& as_of);
/// Divisions that lie on a side of something, sorted.
std::vector<DivisionId> read_ground_holders(Connection& connection, const Window& window);

/// What adding a stretch needs, with its path still where it is.
struct NewStretch {
  std::span<const Position> path;
  EdgeKind edges = EdgeKind::lonlat;
  std::string_view carrier{};
  double accuracy_m = 0;
};

/// Returns the id of the first; the others follow in a row.
StretchId add_stretches(FactWriter& writer, std::span<const NewStretch> stretches);
/// Ids in `delimitations` are not looked at.
void add_delimitations(FactWriter& writer, std::span<const Delimitation> delimitations);

DisputeId add_dispute(FactWriter& writer, const std::string& title, const Period& valid);
ClaimId add_claim(FactWriter& writer, const Claim& claim, const Period& valid);
void add_acceptance(FactWriter& writer, const Acceptance& acceptance, const Period& valid);

}  // namespace merestone
