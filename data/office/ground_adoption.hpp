// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "data/office/hierarchy.hpp"
#include "data/store/fact_writer.hpp"
#include "gis/boundaries/inheritance.hpp"
#include "gis/mesh/sewing.hpp"

#include <map>
#include <unordered_set>

namespace merestone {

/// Records the ground of a fresh coverage, sewn to the ground on record.
class GroundAdoption {
 public:
  GroundAdoption(FactWriter& writer, Revision before, Period valid, DocumentId document, Bequests bequests);

  /// Works out what is to be recorded; `divisions` are those of the mesh's units. The mesh must outlive this.
  void add(const Mesh& mesh, const std::vector<DivisionId>& divisions);

  /// Units whose ground along some border is held already; nothing may be recorded then.
  const std::vector<UnitIndex>& held_twice() const noexcept { return held_twice_; }
  /// A division that would get ground and ended without any heir; no id when there is none.
  DivisionId without_heir() const { return without_heir_.empty() ? DivisionId{} : without_heir_.front(); }

  void record();
  void keep_lines(const Hierarchy& hierarchy);

 private:
  /// Something that is recorded as a new stretch, with what is said of it.
  struct Piece {
    std::span<const Position> path;
    std::vector<Delimitation> said;
    EdgeKind edges = EdgeKind::lonlat;
    std::string_view carrier{};
    double accuracy_m = 0;
  };
  Delimitation statement(const Mesh& mesh, std::uint32_t arc, bool forward, const std::vector<DivisionId>& divisions) const;
  void read_old();
  void add_fresh(const Mesh& mesh, const std::vector<PathPart>& parts, const std::vector<DivisionId>& divisions);
  void join(const Mesh& mesh, const Sewing& sewing, const std::vector<DivisionId>& divisions);
  void change(std::size_t old, const std::vector<std::uint32_t>& cuts, const std::vector<const Seam*>& seams,
              const Mesh& mesh, const std::vector<DivisionId>& divisions);
  std::span<const Position> path_of(StretchId stretch) const;

  FactWriter& writer_;
  Revision before_;
  Period valid_;
  DocumentId document_;
  Bequests bequests_;
  Snapshot ground_;  ///< on record
  std::unordered_map<StretchId, std::vector<Delimitation>> said_;
  std::vector<const Stretch*> old_;

  std::vector<Piece> pieces_;
  std::vector<Delimitation> added_;  ///< of stretches that stay as they are
  std::vector<std::int64_t> gone_delimitations_, gone_stretches_;
  std::unordered_set<StretchId> renewed_;
  std::vector<UnitIndex> held_twice_;
  std::vector<DivisionId> without_heir_;
  StretchId first_;
};

}  // namespace merestone
