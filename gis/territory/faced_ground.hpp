// SPDX-License-Identifier: Apache-2.0
/// Old and new lines noded, the faces between them, and who holds each in the pictures that a redrawing starts from.
#pragma once

#include "gis/geodesy/measure.hpp"
#include "gis/mesh/arrangement.hpp"
#include "gis/mesh/noding.hpp"
#include "gis/territory/pictures.hpp"
#include "gis/territory/redraw.hpp"

#include <limits>

namespace merestone {

/// Who holds a face as far as its borders tell.
struct Holder {
  enum class Known { nothing, one, several };  ///< several: ground farther off, of which only parts are known
  Known known = Known::nothing;
  DivisionId division;  ///< no id: outside all divisions
  bool is_one() const { return known == Known::one; }
  friend bool operator==(Holder, Holder) = default;
};

/// What a picture says of the two sides of an arc, when it draws it.
struct SidesSaid {
  DivisionId left;
  DivisionId right;
  friend bool operator==(SidesSaid, SidesSaid) = default;
};

class FacedGround {
 public:
  static constexpr std::size_t no_face = std::numeric_limits<std::size_t>::max();

  /// `grants[v]`: whether the lines and areas of version v take part.
  FacedGround(const Snapshot& near, const RedrawRequest& request, const std::vector<bool>& grants);

  const Mesh& mesh() const { return noding_.mesh; }
  const Noding& noding() const { return noding_; }
  const std::vector<const Stretch*>& stretches() const { return stretches_; }  ///< by old path
  const Stretch* stretch_of(std::size_t arc) const;                             ///< none for a fresh arc
  EdgeKind edges_of(std::size_t arc) const;
  std::span<const Delimitation* const> said_of(std::size_t old_path) const { return said_[old_path]; }

  std::size_t faces() const { return arrangement_.cycles.size() + 1; }  ///< the last one is the ground outside
  std::size_t outside() const { return arrangement_.cycles.size(); }
  /// `no_face` on both sides of an arc that ends nowhere.
  std::size_t face_of(std::size_t arc, bool left) const;
  std::size_t face_of(Side side) const { return face_of(side.arc, side.forward); }

  Holder held(std::size_t version, std::size_t face) const { return held_[version][face]; }
  std::optional<SidesSaid> said(std::size_t version, std::size_t arc) const;
  /// Arcs that bound a face, those of its holes too.
  const std::vector<std::vector<std::uint32_t>>& arcs_by_face() const { return arcs_by_face_; }
  const PathMeasure& measure_of(std::size_t arc) const { return measures_[arc]; }

  /// The arcs along line `i` or ring `i` (of all areas in their order) of a version.
  const std::vector<Side>& line_walk(std::size_t version, std::size_t i) const { return noding_.walks[first_line_[version] + i]; }
  const std::vector<Side>& ring_walk(std::size_t version, std::size_t i) const { return noding_.walks[first_ring_[version] + i]; }

 private:
  void node_lines(const Snapshot& near, const std::vector<bool>& grants);
  void hold_faces(std::size_t version);

  const RedrawRequest& request_;
  std::vector<Picture> pictures_;  ///< by version: the one it is based on
  std::vector<const Stretch*> stretches_;
  std::vector<std::vector<const Delimitation*>> said_;  ///< by old path
  Noding noding_;
  std::vector<std::size_t> first_line_, first_ring_;
  Arrangement arrangement_;
  std::vector<std::vector<Holder>> held_;
  std::vector<std::vector<std::uint32_t>> arcs_by_face_;
  std::vector<PathMeasure> measures_;
};

}  // namespace merestone
